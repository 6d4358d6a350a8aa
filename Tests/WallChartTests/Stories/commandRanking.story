keys U
 Units by red tasks, then by days late                    as of Fri 31 Jul 2020
 rank  UNIT                           red  days late   tasks     due nodes met
    1  Pulandian District               3         58       7    10 of 14, 71 %
    2  Wafangdian City                  2         33      12    17 of 23, 74 %
    3  Zhuanghe City                    1         17       7     9 of 12, 75 %
    4  Shahekou District                1         16       1      1 of 2, 50 %
    4  Ganjingzi District               1         16       5      8 of 9, 89 %
    6  Jinpu New Area                   0         31       8   16 of 16, 100 %
    7  Xigang District                  0          0       1     2 of 2, 100 %
    7  Dalian Hi-tech Zone              0          0       1     2 of 2, 100 %
    7  Zhongshan District               0          0       1     2 of 2, 100 %
    7  Lushunkou District               0          0       2     3 of 3, 100 %
    7  Changxing Island Economic Zo…    0          0       2      2 of 3, 67 %
    7  Changhai County                  0          0       1     3 of 3, 100 %
    -  Districts jointly                0          0      15    21 of 22, 95 %







 Rank 1 of 12: Pulandian District: 3 red, 58 days late, 7 tasks
 Enter open  ? help  q back                                                 Lin
