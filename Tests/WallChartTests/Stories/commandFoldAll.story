keys Z
 Dalian 2020: the battle against pollution                as of Fri 31 Jul 2020
 63 tasks  8 red   2 yellow   7 due soon   2 closing  3 crossed off  met 96/113
        TASK                 UNIT         «│Jun │Jul │Aug │Sep │Oct │Nov │Dec
  ✓ met, ~ met late, ! overdue             │ !1 │ !9 │ 25 │ 41 │ 49 │ 20 │ 33
 ▸ BLUE SKY  22 tasks · 4 red · met 34 of 38 due
 ▸ CLEAR WATER  13 tasks · 2 red · met 23 of 29 due
 ▸ BOHAI SEA  13 tasks · 1 red · met 19 of 23 due
 ▸ AGRICULTURE AND RURAL AREAS  15 tasks · 1 red · met 20 of 23 due














 This group is folded: Enter or z opens it.
 . attention  Space mark  u undo  Enter open  f filter  ? help  q quit      Lin
