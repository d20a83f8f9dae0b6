# بطاقات المشاركة: ما يراه الآخرون من رابط منشور.

cards-kicker = من { $group } إلى { $addressee }
cards-target = إلى { $name }
cards-target-role = إلى { $name }، { $role }
cards-goal = من { $goal }
