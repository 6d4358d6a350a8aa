keys L j
 Look-back: 3 of 3 closed tasks, seed 20200731            as of Fri 31 Jul 2020
 0 of 3 visited
 BH-05 40 outfalls, Bohai · All districts                     not visited yet
   Closed     verified 30 Jun by Rectification office (Ecology Bureau)
              crossed off 6 Jul by Rectification office (Ecology Bureau)
   Evidence   On-site check record of 40 outfalls / 40个排污口现场核查记录
 BS-10 1 semi-coke boiler · Jinpu                             not visited yet
   Closed     verified 9 Jul by Rectification office (Ecology Bureau)
              crossed off 15 Jul by Rectification office (Ecology Bureau)
   Evidence   Demolition photos and grid contract / 拆除照片、并网合同
 AR-11 2019 toilets checked · All districts                   not visited yet
   Closed     verified 7 Jul by Rectification office (Farming Bureau)
              crossed off 13 Jul by Rectification office (Farming Bureau)
   Evidence   Municipal acceptance report / 市级验收报告








 BS-10 · Phase out 1 semi-coke boiler in the no-burn zone · Jinpu New Area
 c found in order  < reopen  Enter open  L next sample  ? help  q back      Lin
