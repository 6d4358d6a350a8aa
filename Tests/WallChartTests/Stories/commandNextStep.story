keys /CW-12<Enter> > jinpu<Enter><Enter>
 Dalian 2020: the battle against pollution                as of Fri 31 Jul 2020
 63 tasks  8 red   2 yellow   7 due soon   1 closing  4 crossed off  met 96/113
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  ✓ 34 met, ~ 10 late, ! 1 overdue         │ !1 │ !9 │ 25 │ 41 │ 49 │ 20 │ 33
 ?BS-18 Pilot over 65 t/h    Ganjingzi     │✓30 │    │    │ 30 │    │    │ 31  ↑
 ?BS-19 Boiler monitoring    All districts │    │✓31 │    │ 30 │    │ 15 │ 31
  BS-20 180 VOC enterprises  All districts │✓30 │    │ 31 │    │ 31 │    │ 31
  BS-21 49 gas generators    Wafangdian    │✓30 │    │    │ 30 │    │    │ 31
  BS-22 Loose-coal outlets   All districts │    │✓31 │    │ 30 │ 31 │    │
 ▾ CLEAR WATER  13 tasks · 2 red · met 23 of 29 due
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
 ✓CW-12 Beida, Hongqi rivers Jinpu         │✓30 │    │    │    │    │    │     ↓
 CW-12 · Self-check passed (30 Jun): met on 24 Jun, entered 37 days later
 CW-12 is crossed off. < opens it again.                               ✓ saved
