keys ?
 Keys
 Moving
   j Down             next task or line
   k Up               previous task or line
   h Left             the task's previous node
   l Right            the task's next node
   g                  first task
   G                  last task
   Home ^             the task's first node
   End $              the task's last node
   PageDown Ctrl-F    a page down
   PageUp Ctrl-B      a page up
   Ctrl-D             half a page down
   Ctrl-U             half a page up
   Tab                next battle or group
   Shift-Tab          previous battle or group
   .                  next cell that needs attention; on another day, next *
   ,                  previous such cell; on another day, previous *
   t                  today's column
   /                  search titles, units, persons, nodes, ids; pinyin
   n                  next one found
   N                  previous one found
 Marking                                                                       ↓
 Esc or q goes back, j and k scroll.
