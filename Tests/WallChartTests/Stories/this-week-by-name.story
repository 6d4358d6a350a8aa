keys w2
 Dalian 2020: the battle against pollut…  due this week   as of Fri 31 Jul 2020
 7 of 63 tasks, 56 hidden   7 due soon   3 silent         7 of 14 due nodes met
        TASK                 UNIT         «│W30 │W31 │W32 │W33 │W34 │W35 │W36 »
  W31: 7, ✓ 0 met, ~ 0 late, ! 0 overdue   │    │  7 │    │    │    │    │  1
 ▾ CLEAR WATER  3 of 13 tasks
  CW-07 36 illegal buildings Zhuanghe      │    │now │    │    │    │    │
 ?CW-09 Laohutun plant       Wafangdian    │    │now │    │    │    │    │
  CW-11 64 livestock farms   Pulandian     │    │now │    │    │    │    │ 31
 ▾ BOHAI SEA  3 of 13 tasks
  BH-02 Fuzhou Bay           Changxing Is… │    │now │    │    │    │    │
 ?BH-03 Fuzhou R. nitrogen   Wafangdian    │    │now │    │    │    │    │
 ?BH-09 Fishing ports        Wafangdian    │    │now │    │    │    │    │
 ▾ AGRICULTURE AND RURAL AREAS  1 of 15 tasks
  AR-10 144,000 toilets      All districts │    │now │    │    │    │    │








 CW-07 · Removal agreements signed (31 Jul): due today · Zhuanghe City
 Esc show all  . attention  Space mark  u undo  Enter open  ? help          Lin
