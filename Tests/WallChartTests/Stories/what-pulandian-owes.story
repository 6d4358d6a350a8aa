keys fPul<Enter>f7
 Dalian 2020: th…  Pulandian District · not crossed off   as of Fri 31 Jul 2020
 7 of 63 tasks, 56 hidden   3 red   1 due soon         27 nodes open  met 10/14
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  Jul: 5, ✓ 2 met, ~ 0 late, ! 2 overdue   │ !1 │ !2 │  6 │  3 │  9 │  2 │  3
 ▾ BLUE SKY  1 of 22 tasks
  BS-15 42 big boilers       Pulandian     │✓13 │✓20 │ 31 │ 30 │ 31 │    │
 ▾ CLEAR WATER  3 of 13 tasks
 !CW-01 5 sources to fence   Pulandian     │✓30 │!11 │ 31 │ 30 │ 31 │    │
 !CW-05 6 rural sources      Pulandian     │!31 │    │ 31 │    │ 31 │ 30 │ 31
  CW-11 64 livestock farms   Pulandian     │ ~6 │now │ 31 │    │ 15+│    │
 ▾ BOHAI SEA  1 of 13 tasks
 !BH-11 Anzi River dredging  Pulandian     │ ~7 │!16 │ 31 │ 30 │ 15+│    │
 ▾ AGRICULTURE AND RURAL AREAS  2 of 15 tasks
  AR-05 39 rubbish dumps     Pulandian     │    │✓15 │    │    │ 31 │ 30 │ 31
  AR-07 9 villages improved  Pulandian     │    │    │ 31 │    │ 31 │    │ 31







 BS-15 · Design and contracts s… (20 Jul): met on 20 Jul, entered 11 days later
 Esc show all  . attention  Space mark  u undo  Enter open  ? help          Lin
