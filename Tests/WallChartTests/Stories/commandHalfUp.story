keys G <C-u>
 Dalian 2020: the battle against pollution                as of Fri 31 Jul 2020
 63 tasks  8 red   2 yellow   7 due soon   2 closing  3 crossed off  met 96/113
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  Jul: 38, ✓ 22 met, ~ 0 late, ! 9 overdue │ !1 │ !9 │ 25 │ 41 │ 49 │ 20 │ 33
 ?BH-03 Fuzhou R. nitrogen   Wafangdian    │    │now │    │ 30 │    │ 30 │ 31  ↑
 ?BH-04 Fuzhou R. class III  Wafangdian    │ ~8 │    │    │ 30 │    │    │ 31
 ✓BH-05 40 outfalls, Bohai   All districts │✓30 │    │    │    │    │    │
 ?BH-06 152 outfalls, Yellow All districts │✓30 │    │    │ 30 │    │ 30 │ 31
  BH-07 67 factory outfalls  All districts │✓30 │    │    │ 30 │    │    │ 31
  BH-08 Beach and sea litter Lushunkou     │✓30 │    │    │ 30 │    │    │ 31
 ?BH-09 Fishing ports        Wafangdian    │    │now │    │    │ 31 │ 30 │
 ?BH-10 Ship waste at ports  Changxing Is… │ ~3 │    │    │ 30 │    │ 30 │ 31
 !BH-11 Anzi River dredging  Pulandian     │ ~7 │!16 │ 31 │ 30 │ 15+│    │
  BH-12 31 scattered firms   Ganjingzi     │    │✓15 │    │ 30 │    │    │
  BH-13 Outfall files        Changhai      │✓30 │✓31 │    │    │    │    │
 ▾ AGRICULTURE AND RURAL AREAS  15 tasks · 1 red · met 20 of 23 due
  AR-01 Village waste system All districts │✓30 │    │    │ 30 │    │    │ 31
  AR-02 50 % of waste sorted Zhuanghe      │    │    │ 31 │    │    │    │ 31
  AR-03 58 rubbish dumps     Zhuanghe      │    │✓15 │    │    │ 31 │ 30 │ 31
 !AR-04 47 rubbish dumps     Wafangdian    │    │!16 │    │    │ 31 │ 30 │ 31
  AR-05 39 rubbish dumps     Pulandian     │    │✓15 │    │    │ 31 │ 30 │ 31
  AR-06 22 rubbish dumps     Jinpu         │    │✓15 │    │    │ 31 │ 30 │ 31  ↓
 AR-06 · 60 per cent cleared (15 Jul): met on 13 Jul, entered 18 days later
 . attention  Space mark  u undo  Enter open  f filter  ? help  q quit      Lin
