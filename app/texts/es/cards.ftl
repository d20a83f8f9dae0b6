# Tarjetas: lo que ven otros de un enlace compartido.

cards-kicker = { $group } a { $addressee }
cards-target = A { $name }
cards-target-role = A { $name }, { $role }
cards-goal = de { $goal }
