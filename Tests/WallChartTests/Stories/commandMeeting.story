keys m 2
 Weekly scheduling meeting · Dalian 2020: the battle a…   as of Fri 31 Jul 2020
 1 of 22 · Blue sky                    ────────────────────────────────────────

     ██    ██████     ██████      ██████        ██████  ██  ██
   ████    ██         ██    ██  ██              ██  ██  ██  ██
     ██    ██████     ██████      ████    ████  ██  ██  ██████
     ██    ██  ██     ██    ██        ██        ██  ██      ██
   ██████  ██████     ██████    ██████          ██████      ██
     days late        S H A H E K O U   D I S T R I C T

 Shut down 11 small coal-fired boilers (20 t/h or less) and connect users to
 the heat grid
 overdue             lead: Housing Bureau · 0 of 11 boilers, 0 % · limit 31 Oct

   ✓13  13 Jun  Municipal notice issued, boiler list fixed: met on 13 Jun
   !16  15 Jul  One plan for each boiler fixed: 16 days overdue
    15  15 Aug  Work started on every boiler: due in 15 days
    30  30 Sep  85 per cent shut down: due in 61 days
    20  20 Oct  All boilers removed, users on the grid: due in 81 days
    31  31 Oct  Self-check done, cross-off file handed in: due in 92 days

 Last report  none
 BS-04 · One plan for each boiler fixed (15 Jul): 16 days overdue · Shahekou
 Weekly scheduling meeting: 22 tasks to discuss, up to 7 Aug.          ✓ saved
