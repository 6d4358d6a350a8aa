keys . a Leak<Space>@jinpu<Space>10-31<Enter>
 Dalian 2020: the battle against pollution                as of Fri 31 Jul 2020
 64 tasks  8 red   2 yellow   7 due soon   2 closing  3 crossed off  met 96/113
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  Oct: 50, ✓ 0 met, ~ 0 late, ! 0 overdue  │ !1 │ !9 │ 25 │ 41 │ 50 │ 20 │ 33
  BS-06 3 small boilers      Zhongshan     │✓13 │✓15 │ 15 │ 30 │ 20+│    │     ↑
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
  BS-17 3 coal power plants  Jinpu         │    │    │ 31 │    │ 31 │ 30 │ 31
 ?BS-18 Pilot over 65 t/h    Ganjingzi     │✓30 │    │    │ 30 │    │    │ 31
 ?BS-19 Boiler monitoring    All districts │    │✓31 │    │ 30 │    │ 15 │ 31
  BS-20 180 VOC enterprises  All districts │✓30 │    │ 31 │    │ 31 │    │ 31
  BS-21 49 gas generators    Wafangdian    │✓30 │    │    │ 30 │    │    │ 31
  BS-22 Loose-coal outlets   All districts │    │✓31 │    │ 30 │ 31 │    │
  BS-23 Leak                 Jinpu         │    │    │    │    │ 31 │    │     ↓
 BS-23 · Done (31 Oct): due in 92 days · Jinpu New Area
 BS-23 added: Leak · Jinpu · medium risk · 31 Oct. u undoes.           ✓ saved
