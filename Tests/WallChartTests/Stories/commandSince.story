keys =
 Since 24 Jul; no meeting on record                       as of Fri 31 Jul 2020
  3 newly red   2 newly yellow   1 node met in time   40 reported …
 3 NEWLY RED
   BS-13 61 big boilers       Wafangdian   Design and contra…: 11 days overdue
   BS-14 48 big boilers       Zhuanghe     Design and contra…: 11 days overdue
   CW-01 5 sources to fence   Pulandian    Work started at e…: 11 days overdue
 2 NEWLY YELLOW
   CW-06 Dongfeng Reservoir   Wafangdian   Pipeline work star…: 6 days overdue
   AR-15 Black, smelly water  Zhuanghe     Plans approved: 6 days overdue
 1 NODE MET IN TIME
   BS-09 59 semi-coke boilers Ganjingzi    Half phased out · 31 Jul
 40 REPORTED
   BS-01 4 small boilers      Jinpu        3 of 4 boilers done · 31 Jul
   BS-02 6 small boilers      Xigang       2 of 6 boilers done · 31 Jul
   BS-03 5 small boilers      Hi-tech Zone 1 of 5 boilers done · 31 Jul
   BS-04 11 small boilers     Shahekou     0 of 11 boilers done · 31 Jul
   BS-05 14 small boilers     Ganjingzi    0 of 14 boilers done · 31 Jul
   BS-06 3 small boilers      Zhongshan    1 of 3 boilers done · 31 Jul
   BS-07 2 small boilers      Lushunkou    1 of 2 boilers done · 31 Jul
   BS-08 2 small boilers      Wafangdian   0 of 2 boilers done · 31 Jul
   BS-09 59 semi-coke boilers Ganjingzi    30 of 59 boilers done · 31 Jul
   BS-11 92 big boilers       Jinpu        18 of 92 boilers done · 31 Jul      ↓
 BS-13 · Wafangdian City · Design and contracts settled: 11 days overdue
 Enter open  [ a day more  ? help  q back                                   Lin
