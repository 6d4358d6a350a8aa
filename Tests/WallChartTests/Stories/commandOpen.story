keys . <Enter>
 BS-04 · 11 small boilers                                 as of Fri 31 Jul 2020
  red   16 days late  Shahekou District
 task           Shut down 11 small coal-fired boilers (20 t/h or less) and
                connect users to the heat grid
 battle         Blue sky
 unit           Shahekou District
 lead           Municipal Housing and Urban-Rural Development Bureau
 origin         battle plan
 risk           high risk, scheduled daily
 limit          31 Oct 2020, 10月底前
 stage          being rectified

 scheduled      ██████░░░░░░░░░░░░░░  2 of 6 nodes due, 33 %
 real           ███░░░░░░░░░░░░░░░░░  1 of 6 nodes met, 16 %
 quantity       ░░░░░░░░░░░░░░░░░░░░  0 of 11 boilers, 0 %

 NODES  6
   ✓13   13 Jun 2020  Municipal notice issued, boiler list fixed: met on 13 Jun
   !16   15 Jul 2020  One plan for each boiler fixed: 16 days overdue
    15   15 Aug 2020  Work started on every boiler: due in 15 days
    30   30 Sep 2020  85 per cent shut down, 10 asked: due in 61 days
    20   20 Oct 2020  All boilers removed, users on the grid, 11 asked: due in ↓
 BS-04 · One plan for each boiler fixed (15 Jul): 16 days overdue · Shahekou
 . attention  Space mark  u undo  ? help  q quit                            Lin
