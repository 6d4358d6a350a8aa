keys w red<Enter>
 Dalian 2020: the battle against pollut…  red · by unit   as of Fri 31 Jul 2020
 8 of 63 tasks, 55 hidden   8 red                         9 of 17 due nodes met
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  Jul: 7, ✓ 0 met, ~ 0 late, ! 7 overdue   │ !1 │ !7 │  7 │  6 │ 11 │  2 │  2
 ▾ SHAHEKOU DISTRICT  1 task · 1 red · met 1 of 2 due
 !BS-04 11 small boilers     Shahekou      │✓13 │!16 │ 15 │ 30 │ 20+│    │
 ▾ GANJINGZI DISTRICT  1 of 5 tasks
 !BS-05 14 small boilers     Ganjingzi     │✓13 │!16 │ 15 │ 30 │ 20+│    │
 ▾ WAFANGDIAN CITY  2 of 12 tasks
 !BS-13 61 big boilers       Wafangdian    │✓13 │!11 │ 31 │ 30 │ 31 │    │
 !AR-04 47 rubbish dumps     Wafangdian    │    │!16 │    │    │ 31 │ 30 │ 31
 ▾ ZHUANGHE CITY  1 of 7 tasks
 !BS-14 48 big boilers       Zhuanghe      │✓13 │!11 │ 31 │ 30 │ 31 │    │
 ▾ PULANDIAN DISTRICT  3 of 7 tasks
 !CW-01 5 sources to fence   Pulandian     │✓30 │!11 │ 31 │ 30 │ 31 │    │
 !CW-05 6 rural sources      Pulandian     │!31 │    │ 31 │    │ 31 │ 30 │ 31
 !BH-11 Anzi River dredging  Pulandian     │ ~7 │!16 │ 31 │ 30 │ 15+│    │





 BS-04 · One plan for each boiler fixed (15 Jul): 16 days overdue · Shahekou
 Esc show all  . attention  Space mark  u undo  Enter open  ? help          Lin
