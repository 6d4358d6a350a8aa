keys f red<Enter>
 Dalian 2020: the battle against pollution  red           as of Fri 31 Jul 2020
 8 of 63 tasks, 55 hidden   8 red                         9 of 17 due nodes met
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  Jul: 7, ✓ 0 met, ~ 0 late, ! 7 overdue   │ !1 │ !7 │  7 │  6 │ 11 │  2 │  2
 ▾ BLUE SKY  4 of 22 tasks
 !BS-04 11 small boilers     Shahekou      │✓13 │!16 │ 15 │ 30 │ 20+│    │
 !BS-05 14 small boilers     Ganjingzi     │✓13 │!16 │ 15 │ 30 │ 20+│    │
 !BS-13 61 big boilers       Wafangdian    │✓13 │!11 │ 31 │ 30 │ 31 │    │
 !BS-14 48 big boilers       Zhuanghe      │✓13 │!11 │ 31 │ 30 │ 31 │    │
 ▾ CLEAR WATER  2 of 13 tasks
 !CW-01 5 sources to fence   Pulandian     │✓30 │!11 │ 31 │ 30 │ 31 │    │
 !CW-05 6 rural sources      Pulandian     │!31 │    │ 31 │    │ 31 │ 30 │ 31
 ▾ BOHAI SEA  1 of 13 tasks
 !BH-11 Anzi River dredging  Pulandian     │ ~7 │!16 │ 31 │ 30 │ 15+│    │
 ▾ AGRICULTURE AND RURAL AREAS  1 of 15 tasks
 !AR-04 47 rubbish dumps     Wafangdian    │    │!16 │    │    │ 31 │ 30 │ 31






 BS-04 · One plan for each boiler fixed (15 Jul): 16 days overdue · Shahekou
 Esc show all  . attention  Space mark  u undo  Enter open  ? help          Lin
