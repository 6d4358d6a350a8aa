keys -
 Dalian 2020: the battle against pollution                as of Fri 31 Jul 2020
 63 tasks  8 red   2 yellow   7 due soon   2 closing  3 crossed off  met 96/113
        TASK                 UNIT          │ 2019 │ 2020 │  Q2  │  Q3  │  Q4
  Q3: 108, ✓ 26 met, ~ 0 late, ! 9 overdue │   ✓1 │   ✓7 │   !1 │   !9 │  102
 ▾ BLUE SKY  22 tasks · 4 red · met 34 of 38 due
  BS-01 4 small boilers      Jinpu         │      │      │✓6/13 │ 9/30✓│10/20+
  BS-02 6 small boilers      Xigang        │      │      │✓6/13 │ 9/30✓│10/20+
  BS-03 5 small boilers      Hi-tech Zone  │      │      │✓6/13 │ 9/30✓│10/20+
 !BS-04 11 small boilers     Shahekou      │      │      │✓6/13 │  !16+│10/20+
 !BS-05 14 small boilers     Ganjingzi     │      │      │✓6/13 │  !16+│10/20+
  BS-06 3 small boilers      Zhongshan     │      │      │✓6/13 │ 8/15✓│10/20+
  BS-07 2 small boilers      Lushunkou     │      │      │✓6/13 │ 8/15✓│10/20+
  BS-08 2 small boilers      Wafangdian    │      │      │✓6/13 │ 8/15✓│10/20+
  BS-09 59 semi-coke boilers Ganjingzi     │      │      │✓6/13 │ 9/30✓│11/30+
 ✓BS-10 1 semi-coke boiler   Jinpu         │      │      │✓6/13 │✓7/31+│✓11/30+
  BS-11 92 big boilers       Jinpu         │      │      │✓6/13 │ 8/31✓│10/31
  BS-12 74 big boilers       Ganjingzi     │      │      │✓6/13 │ 8/31✓│10/31
 !BS-13 61 big boilers       Wafangdian    │      │      │✓6/13 │  !11+│10/31
 !BS-14 48 big boilers       Zhuanghe      │      │      │✓6/13 │  !11+│10/31
  BS-15 42 big boilers       Pulandian     │      │      │✓6/13 │ 8/31✓│10/31
  BS-16 66 big boilers       All districts │      │      │✓6/13 │ 8/31✓│10/31
  BS-17 3 coal power plants  Jinpu         │      │      │✓5/31 │ 8/31 │10/31+ ↓
 BS-01 · One plan for each boil… (15 Jul): met on 28 Jun, entered 33 days later
 Columns are quarters.
