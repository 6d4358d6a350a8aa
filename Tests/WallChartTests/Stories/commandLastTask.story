keys G
 Dalian 2020: the battle against pollution                as of Fri 31 Jul 2020
 63 tasks  8 red   2 yellow   7 due soon   2 closing  3 crossed off  met 96/113
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  Jul: 38, ✓ 22 met, ~ 0 late, ! 9 overdue │ !1 │ !9 │ 25 │ 41 │ 49 │ 20 │ 33
  BH-12 31 scattered firms   Ganjingzi     │    │✓15 │    │ 30 │    │    │     ↑
  BH-13 Outfall files        Changhai      │✓30 │✓31 │    │    │    │    │
 ▾ AGRICULTURE AND RURAL AREAS  15 tasks · 1 red · met 20 of 23 due
  AR-01 Village waste system All districts │✓30 │    │    │ 30 │    │    │ 31
  AR-02 50 % of waste sorted Zhuanghe      │    │    │ 31 │    │    │    │ 31
  AR-03 58 rubbish dumps     Zhuanghe      │    │✓15 │    │    │ 31 │ 30 │ 31
 !AR-04 47 rubbish dumps     Wafangdian    │    │!16 │    │    │ 31 │ 30 │ 31
  AR-05 39 rubbish dumps     Pulandian     │    │✓15 │    │    │ 31 │ 30 │ 31
  AR-06 22 rubbish dumps     Jinpu         │    │✓15 │    │    │ 31 │ 30 │ 31
  AR-07 9 villages improved  Pulandian     │    │    │ 31 │    │ 31 │    │ 31
  AR-08 20 sewage plants     All districts │ ~8 │    │ 31 │    │ 31 │    │ 31
 ?AR-09 17 % village sewage  All districts │✓30 │    │    │ 30 │    │    │ 31
  AR-10 144,000 toilets      All districts │~10 │now │    │ 30 │    │ 15 │ 31
 ✓AR-11 2019 toilets checked All districts │✓30 │    │    │    │    │    │
  AR-12 75 % of manure used  All districts │✓30 │    │    │ 30 │    │    │ 31
  AR-13 90 % of straw used   Wafangdian    │    │✓31 │    │    │ 31 │    │ 31
  AR-14 180 model villages   All districts │    │    │ 31 │    │ 31 │    │ 31
 ?AR-15 Black, smelly water  Zhuanghe      │ ~1 │ !6 │    │    │ 31 │ 30 │
 AR-15 · Plans approved (25 Jul): 6 days overdue · Zhuanghe City
 . attention  Space mark  u undo  Enter open  f filter  ? help  q quit      Lin
