keys G <PageUp>
 Dalian 2020: the battle against pollution                as of Fri 31 Jul 2020
 63 tasks  8 red   2 yellow   7 due soon   2 closing  3 crossed off  met 96/113
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  Jul: 38, ✓ 22 met, ~ 0 late, ! 9 overdue │ !1 │ !9 │ 25 │ 41 │ 49 │ 20 │ 33
  CW-08 2 video stations     Zhuanghe      │✓30 │    │    │ 30 │    │ 30 │ 31  ↑
 ?CW-09 Laohutun plant       Wafangdian    │    │now │    │ 15 │ 15+│    │
 ?CW-10 Sanshilipu sewers    Jinpu         │✓30 │    │ 15 │ 15+│    │    │
  CW-11 64 livestock farms   Pulandian     │ ~6 │now │ 31 │    │ 15+│    │
 ^CW-12 Beida, Hongqi rivers Jinpu         │✓30 │    │    │    │    │    │
  CW-13 14 sources kept good All districts │ ~6 │    │    │ 30 │    │    │ 31
 ▾ BOHAI SEA  13 tasks · 1 red · met 19 of 23 due
  BH-01 Pulandian Bay        Jinpu         │    │✓31 │    │ 30 │ 31 │    │ 10
  BH-02 Fuzhou Bay           Changxing Is… │    │now │    │ 30 │ 31 │    │ 10
 ?BH-03 Fuzhou R. nitrogen   Wafangdian    │    │now │    │ 30 │    │ 30 │ 31
 ?BH-04 Fuzhou R. class III  Wafangdian    │ ~8 │    │    │ 30 │    │    │ 31
 ✓BH-05 40 outfalls, Bohai   All districts │✓30 │    │    │    │    │    │
 ?BH-06 152 outfalls, Yellow All districts │✓30 │    │    │ 30 │    │ 30 │ 31
  BH-07 67 factory outfalls  All districts │✓30 │    │    │ 30 │    │    │ 31
  BH-08 Beach and sea litter Lushunkou     │✓30 │    │    │ 30 │    │    │ 31
 ?BH-09 Fishing ports        Wafangdian    │    │now │    │    │ 31 │ 30 │
 ?BH-10 Ship waste at ports  Changxing Is… │ ~3 │    │    │ 30 │    │ 30 │ 31
 !BH-11 Anzi River dredging  Pulandian     │ ~7 │!16 │ 31 │ 30 │ 15+│    │     ↓
 BH-11 · Work started (15 Jul): 16 days overdue · Pulandian District
 . attention  Space mark  u undo  Enter open  f filter  ? help  q quit      Lin
