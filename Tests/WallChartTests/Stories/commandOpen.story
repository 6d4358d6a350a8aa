keys . <Enter>
 BS-04 · 11 small boilers                                 as of Fri 31 Jul 2020
  red   16 days late  Shahekou District
 task       Shut down 11 small coal-fired boilers (20 t/h or less) and connect
            users to the heat grid
 limit      31 Oct 2020, 10月底前       stage      being rectified
 lead       Housing Bureau              battle     Blue sky
 risk       high risk, scheduled daily  origin     battle plan
 procedure  ✓ listed  ● rectifying ──── ○ submitted  ○ notice  ○ crossed off
                      13 Jun Rectifica…
 next step  to be submitted it lacks 5 nodes, the count (0 of 11), evidence (e)
 scheduled  ██████░░░░░░░░░░░░░░  2 of 6 nodes due, 33 %
 real       ███░░░░░░░░░░░░░░░░░  1 of 6 nodes met, 17 %
 quantity   ░░░░░░░░░░░░░░░░░░░░  0 of 11 boilers, 0 %
 NODES  6  ─ ✓ ─────── ! ───┊─── ○ ─────── ○ ─────── ○ ─────── ○ ─
   ✓13  13 Jun  Municipal notice issued, boiler list fixed: met on 13 Jun
   !16  15 Jul  One plan for each boiler fixed: 16 days overdue
    15  15 Aug  Work started on every boiler: due in 15 days
    30  30 Sep  85 per cent shut down, 10 asked: due in 61 days
    20  20 Oct  All boilers removed, users on the grid, 11 asked: due in 81
                days
    31  31 Oct  Self-check done, cross-off file handed in: due in 92 days
 RECORD  2 entries, newest first                                               ↓
 BS-04 · One plan for each boiler fixed (15 Jul): 16 days overdue · Shahekou
 j next task  . attention  Space mark  > step  u undo  ? help  q back       Lin
