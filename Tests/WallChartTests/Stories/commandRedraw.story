keys <C-l>
 Dalian 2020: the battle against pollution                as of Fri 31 Jul 2020
 63 tasks  8 red   2 yellow   7 due soon   2 closing  3 crossed off  met 96/113
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  Jul: 38, ✓ 22 met, ~ 0 late, ! 9 overdue │ !1 │ !9 │ 25 │ 41 │ 49 │ 20 │ 33
 ▾ BLUE SKY  22 tasks · 4 red · met 34 of 38 due
  BS-01 4 small boilers      Jinpu         │✓13 │✓15 │✓15 │ 30 │ 20+│    │
  BS-02 6 small boilers      Xigang        │✓13 │✓15 │✓15 │ 30 │ 20+│    │
  BS-03 5 small boilers      Hi-tech Zone  │✓13 │✓15 │✓15 │ 30 │ 20+│    │
 !BS-04 11 small boilers     Shahekou      │✓13 │!16 │ 15 │ 30 │ 20+│    │
 !BS-05 14 small boilers     Ganjingzi     │✓13 │!16 │ 15 │ 30 │ 20+│    │
  BS-06 3 small boilers      Zhongshan     │✓13 │✓15 │ 15 │ 30 │ 20+│    │
  BS-07 2 small boilers      Lushunkou     │✓13 │✓15 │ 15 │ 30 │ 20+│    │
  BS-08 2 small boilers      Wafangdian    │✓13 │✓15 │ 15 │ 30 │ 20+│    │
  BS-09 59 semi-coke boilers Ganjingzi     │✓13 │✓31 │    │ 30 │    │ 30 │ 31
 ✓BS-10 1 semi-coke boiler   Jinpu         │✓13 │✓31 │    │✓30 │    │✓30 │✓31
  BS-11 92 big boilers       Jinpu         │✓13 │✓20 │ 31 │ 30 │ 31 │    │
  BS-12 74 big boilers       Ganjingzi     │✓13 │✓20 │ 31 │ 30 │ 31 │    │
 !BS-13 61 big boilers       Wafangdian    │✓13 │!11 │ 31 │ 30 │ 31 │    │
 !BS-14 48 big boilers       Zhuanghe      │✓13 │!11 │ 31 │ 30 │ 31 │    │
  BS-15 42 big boilers       Pulandian     │✓13 │✓20 │ 31 │ 30 │ 31 │    │
  BS-16 66 big boilers       All districts │✓13 │✓20 │ 31 │ 30 │ 31 │    │
  BS-17 3 coal power plants  Jinpu         │    │    │ 31 │    │ 31 │ 30 │ 31  ↓
 BS-01 · One plan for each boil… (15 Jul): met on 28 Jun, entered 33 days later
 . attention  Space mark  u undo  Enter open  f filter  ? help  q quit      Lin
