keys <Tab>
 Dalian 2020: the battle against pollution                as of Fri 31 Jul 2020
 63 tasks  8 red   2 yellow   7 due soon   2 closing  3 crossed off  met 96/113
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  Jul: 38, ✓ 22 met, ~ 0 late, ! 9 overdue │ !1 │ !9 │ 25 │ 41 │ 49 │ 20 │ 33
 ▾ CLEAR WATER  13 tasks · 2 red · met 23 of 29 due                            ↑
 !CW-01 5 sources to fence   Pulandian     │✓30 │!11 │ 31 │ 30 │ 31 │    │
  CW-02 2 sources to fence   Wafangdian    │✓30 │✓20 │ 31 │ 30 │ 31 │    │
  CW-03 9 rural sources      Zhuanghe      │✓30 │    │ 31 │    │ 31 │ 30 │ 31
  CW-04 7 rural sources      Wafangdian    │ ~2 │    │ 31 │    │ 31 │ 30 │ 31
 !CW-05 6 rural sources      Pulandian     │!31 │    │ 31 │    │ 31 │ 30 │ 31
 ?CW-06 Dongfeng Reservoir   Wafangdian    │ ~9 │ !6 │    │    │ 31 │ 30 │ 31
  CW-07 36 illegal buildings Zhuanghe      │    │now │    │ 30 │    │ 15+│
  CW-08 2 video stations     Zhuanghe      │✓30 │    │    │ 30 │    │ 30 │ 31
 ?CW-09 Laohutun plant       Wafangdian    │    │now │    │ 15 │ 15+│    │
 ?CW-10 Sanshilipu sewers    Jinpu         │✓30 │    │ 15 │ 15+│    │    │
  CW-11 64 livestock farms   Pulandian     │ ~6 │now │ 31 │    │ 15+│    │
 ^CW-12 Beida, Hongqi rivers Jinpu         │✓30 │    │    │    │    │    │
  CW-13 14 sources kept good All districts │ ~6 │    │    │ 30 │    │    │ 31
 ▾ BOHAI SEA  13 tasks · 1 red · met 19 of 23 due
  BH-01 Pulandian Bay        Jinpu         │    │✓31 │    │ 30 │ 31 │    │ 10
  BH-02 Fuzhou Bay           Changxing Is… │    │now │    │ 30 │ 31 │    │ 10
 ?BH-03 Fuzhou R. nitrogen   Wafangdian    │    │now │    │ 30 │    │ 30 │ 31  ↓
 CW-01 · Work started at every site (20 Jul): 11 days overdue · Pulandian
 . attention  Space mark  u undo  Enter open  f filter  ? help  q quit      Lin
