keys s
 Dalian 2020: the battle against pollution  by unit       as of Fri 31 Jul 2020
 63 tasks  8 red   2 yellow   7 due soon   2 closing  3 crossed off  met 96/113
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  Jul: 38, ✓ 22 met, ~ 0 late, ! 9 overdue │ !1 │ !9 │ 25 │ 41 │ 49 │ 20 │ 33
 ▾ JINPU NEW AREA  8 tasks · 0 red · met 16 of 16 due
  BS-01 4 small boilers      Jinpu         │✓13 │✓15 │✓15 │ 30 │ 20+│    │
 ✓BS-10 1 semi-coke boiler   Jinpu         │✓13 │✓31 │    │✓30 │    │✓30 │✓31
  BS-11 92 big boilers       Jinpu         │✓13 │✓20 │ 31 │ 30 │ 31 │    │
  BS-17 3 coal power plants  Jinpu         │    │    │ 31 │    │ 31 │ 30 │ 31
 ?CW-10 Sanshilipu sewers    Jinpu         │✓30 │    │ 15 │ 15+│    │    │
 ^CW-12 Beida, Hongqi rivers Jinpu         │✓30 │    │    │    │    │    │
  BH-01 Pulandian Bay        Jinpu         │    │✓31 │    │ 30 │ 31 │    │ 10
  AR-06 22 rubbish dumps     Jinpu         │    │✓15 │    │    │ 31 │ 30 │ 31
 ▾ XIGANG DISTRICT  1 task · 0 red · met 2 of 2 due
  BS-02 6 small boilers      Xigang        │✓13 │✓15 │✓15 │ 30 │ 20+│    │
 ▾ DALIAN HI-TECH ZONE  1 task · 0 red · met 2 of 2 due
  BS-03 5 small boilers      Hi-tech Zone  │✓13 │✓15 │✓15 │ 30 │ 20+│    │
 ▾ SHAHEKOU DISTRICT  1 task · 1 red · met 1 of 2 due
 !BS-04 11 small boilers     Shahekou      │✓13 │!16 │ 15 │ 30 │ 20+│    │
 ▾ GANJINGZI DISTRICT  5 tasks · 1 red · met 8 of 9 due
 !BS-05 14 small boilers     Ganjingzi     │✓13 │!16 │ 15 │ 30 │ 20+│    │
  BS-09 59 semi-coke boilers Ganjingzi     │✓13 │✓31 │    │ 30 │    │ 30 │ 31  ↓
 BS-01 · One plan for each boil… (15 Jul): met on 28 Jun, entered 33 days later
 Ordered by unit.
