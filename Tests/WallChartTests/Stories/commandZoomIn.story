keys +
 Dalian 2020: the battle against pollution                as of Fri 31 Jul 2020
 63 tasks  8 red   2 yellow   7 due soon   2 closing  3 crossed off  met 96/113
        TASK                 UNIT         «│W29 │W30 │W31 │W32 │W33 │W34 │W35 »
  W29: 14, ✓ 10 met, ~ 0 late, ! 4 overdue │ !4 │ !5 │  7 │    │  6 │    │
 ▾ BLUE SKY  22 tasks · 4 red · met 34 of 38 due
  BS-01 4 small boilers      Jinpu         │✓15 │    │    │    │✓15 │    │
  BS-02 6 small boilers      Xigang        │✓15 │    │    │    │✓15 │    │
  BS-03 5 small boilers      Hi-tech Zone  │✓15 │    │    │    │✓15 │    │
 !BS-04 11 small boilers     Shahekou      │!16 │    │    │    │ 15 │    │
 !BS-05 14 small boilers     Ganjingzi     │!16 │    │    │    │ 15 │    │
  BS-06 3 small boilers      Zhongshan     │✓15 │    │    │    │ 15 │    │
  BS-07 2 small boilers      Lushunkou     │✓15 │    │    │    │ 15 │    │
  BS-08 2 small boilers      Wafangdian    │✓15 │    │    │    │ 15 │    │
  BS-09 59 semi-coke boilers Ganjingzi     │    │    │✓31 │    │    │    │
 ✓BS-10 1 semi-coke boiler   Jinpu         │    │    │✓31 │    │    │    │
  BS-11 92 big boilers       Jinpu         │    │✓20 │    │    │    │    │
  BS-12 74 big boilers       Ganjingzi     │    │✓20 │    │    │    │    │
 !BS-13 61 big boilers       Wafangdian    │    │!11 │    │    │    │    │
 !BS-14 48 big boilers       Zhuanghe      │    │!11 │    │    │    │    │
  BS-15 42 big boilers       Pulandian     │    │✓20 │    │    │    │    │
  BS-16 66 big boilers       All districts │    │✓20 │    │    │    │    │
  BS-17 3 coal power plants  Jinpu         │    │    │    │    │    │    │     ↓
 BS-01 · One plan for each boil… (15 Jul): met on 28 Jun, entered 33 days later
 Columns are weeks.
