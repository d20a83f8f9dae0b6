# Share cards: what others see of a posted link.

cards-kicker = { $group } to { $addressee }
cards-target = To { $name }
cards-target-role = To { $name }, { $role }
cards-goal = of { $goal }
