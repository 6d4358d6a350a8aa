keys <C-d>
 Dalian 2020: the battle against pollution                as of Fri 31 Jul 2020
 63 tasks  8 red   2 yellow   7 due soon   2 closing  3 crossed off  met 96/113
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  Jul: 38, ✓ 22 met, ~ 0 late, ! 9 overdue │ !1 │ !9 │ 25 │ 41 │ 49 │ 20 │ 33
  BS-09 59 semi-coke boilers Ganjingzi     │✓13 │✓31 │    │ 30 │    │ 30 │ 31  ↑
 ✓BS-10 1 semi-coke boiler   Jinpu         │✓13 │✓31 │    │✓30 │    │✓30 │✓31
  BS-11 92 big boilers       Jinpu         │✓13 │✓20 │ 31 │ 30 │ 31 │    │
  BS-12 74 big boilers       Ganjingzi     │✓13 │✓20 │ 31 │ 30 │ 31 │    │
 !BS-13 61 big boilers       Wafangdian    │✓13 │!11 │ 31 │ 30 │ 31 │    │
 !BS-14 48 big boilers       Zhuanghe      │✓13 │!11 │ 31 │ 30 │ 31 │    │
  BS-15 42 big boilers       Pulandian     │✓13 │✓20 │ 31 │ 30 │ 31 │    │
  BS-16 66 big boilers       All districts │✓13 │✓20 │ 31 │ 30 │ 31 │    │
  BS-17 3 coal power plants  Jinpu         │    │    │ 31 │    │ 31 │ 30 │ 31
 ?BS-18 Pilot over 65 t/h    Ganjingzi     │✓30 │    │    │ 30 │    │    │ 31
 ?BS-19 Boiler monitoring    All districts │    │✓31 │    │ 30 │    │ 15 │ 31
  BS-20 180 VOC enterprises  All districts │✓30 │    │ 31 │    │ 31 │    │ 31
  BS-21 49 gas generators    Wafangdian    │✓30 │    │    │ 30 │    │    │ 31
  BS-22 Loose-coal outlets   All districts │    │✓31 │    │ 30 │ 31 │    │
 ▾ CLEAR WATER  13 tasks · 2 red · met 23 of 29 due
 !CW-01 5 sources to fence   Pulandian     │✓30 │!11 │ 31 │ 30 │ 31 │    │
  CW-02 2 sources to fence   Wafangdian    │✓30 │✓20 │ 31 │ 30 │ 31 │    │
  CW-03 9 rural sources      Zhuanghe      │✓30 │    │ 31 │    │ 31 │ 30 │ 31  ↓
 BS-10 · Half phased out (31 Jul): met on 2 Jul, entered 29 days later
 . attention  Space mark  u undo  Enter open  f filter  ? help  q quit      Lin
