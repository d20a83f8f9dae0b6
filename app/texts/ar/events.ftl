# الفعاليات: الصفحات والاستمارة والصفحة الخاصة والرسائل ومكتب المنظمين والباب.

events-list-headline = أين نلتقي
events-none-ahead = لا شيء معلن في الوقت الحالي.
events-over = انتهت
events-called-off = أُلغيت
events-feed = في تقويمك
events-feed-words = التقويم المشترك في هذا العنوان يعرض كل فعاليات الحملة وكل تغيير في الموعد أو المكان.
events-feed-link = تقويم الحملة
events-to-calendar = ضعها في تقويم
events-kind-protest = احتجاج
events-kind-picket = وقفة
events-kind-call-in = مكالمات
events-kind-online = لقاء عبر الإنترنت
events-from-until = { $from }، حتى { $until }
events-twice-first = تُؤخَّر الساعات تلك الليلة؛ والمقصود { $when } في المرة الأولى التي تظهر فيها
events-twice-second = تُؤخَّر الساعات تلك الليلة؛ والمقصود { $when } في المرة الثانية التي تظهر فيها
events-twice-ends-first = تُؤخَّر الساعات تلك الليلة؛ وتنتهي في { $when } في المرة الأولى التي تظهر فيها
events-twice-ends-second = تُؤخَّر الساعات تلك الليلة؛ وتنتهي في { $when } في المرة الثانية التي تظهر فيها
events-what = ماذا
events-when = متى
events-where = أين
events-how-many = من يحضر
events-bring = أحضر معك
events-access = الوصول
events-hosts = الداعون
events-times = المواعيد والأماكن
events-is-over = انتهى
events-place-later = يُخبَر به من يحضر، في صفحته الخاصة وبالبريد.
events-place-when-coming = يُخبَر به هنا متى صار لك مكان.
events-numbers = { PLURAL($people) ->
    [zero] لم يقل أحد بعد إنه يحضر.
    [one] يحضر شخص واحد.
    [two] يحضر شخصان.
    [few] يحضر { $people } أشخاص.
    [many] يحضر { $people } شخصًا.
   *[other] يحضر { $people } شخص.
}
events-numbers-rounded = يحضر أكثر من { $people } شخص.
events-room-left = { PLURAL($left) ->
    [one] بقي مكان واحد من { $of }.
    [two] بقي مكانان من { $of }.
    [few] بقيت { $left } أماكن من { $of }.
   *[other] بقي { $left } مكانًا من { $of }.
}
events-room-some = ما زالت هناك أماكن.
events-room-full = كل الأماكن مشغولة. يمكنك الانتظار في الدور: ما يفرغ يُعرض بالترتيب.
events-form-title = سأحضر
events-slot = أي موعد ومكان
events-name = بماذا نناديك؟
events-name-hint = لا يلزم أن يكون اسمك. لا يظهر للعلن أبدًا.
events-email = البريد الإلكتروني
events-email-hint = إليه يذهب رابطك الخاص وكل تغيير في الموعد أو المكان. لا يظهر لأحد.
events-people = كم شخصًا تأتون
events-people-hint = وأنت منهم؛ { $most } على الأكثر.
events-choose = اختر
events-send = سأحضر
events-form-days = { PLURAL($days) ->
    [one] يُنسى من حضر بعد انتهائها بيوم.
    [two] يُنسى من حضر بعد انتهائها بيومين.
    [few] يُنسى من حضر بعد انتهائها بـ{ $days } أيام.
   *[other] يُنسى من حضر بعد انتهائها بـ{ $days } يومًا.
}
events-mistakes = { PLURAL($n) ->
    [one] بقي أمر واحد يحتاج إلى تصحيح
    [two] بقي أمران يحتاجان إلى تصحيح
    [few] بقيت { $n } أمور تحتاج إلى تصحيح
    [many] بقي { $n } أمرًا يحتاج إلى تصحيح
   *[other] بقي { $n } أمر يحتاج إلى تصحيح
}
events-too-many = وصل من شبكتك الكثير دفعة واحدة
events-too-many-words = { PLURAL($seconds) ->
    [one] لم يُحفظ شيء. أعد الإرسال بعد ثانية.
    [two] لم يُحفظ شيء. أعد الإرسال بعد ثانيتين.
    [few] لم يُحفظ شيء. أعد الإرسال بعد { $seconds } ثوانٍ.
   *[other] لم يُحفظ شيء. أعد الإرسال بعد { $seconds } ثانية.
}
events-fault-missing = هذا مطلوب.
events-fault-too-long = { $most } حرفًا على الأكثر.
events-fault-unprintable = فيه سطر جديد أو حرف لا يُرى. اكتبه من جديد.
events-fault-link = الاسم لا يحوي عنوان ويب.
events-fault-email = لا يصل بريد إلى هذا العنوان. انظر إليه ثانية.
events-fault-people = عدد من 1 إلى { $most }.
events-fault-room = المكان كله يتسع لـ{ $most }. يمكن أن يأتي منكم معًا عدد أقل.
events-fault-slot = اختر موعدًا لم يحن بعد.
events-fault-choice = اختر واحدًا من هذه.
events-shut-title = لا يمكن التسجيل
events-shut-cancelled = لن تُقام. وقد أُخبر بالبريد من أراد الحضور.
events-shut-over = انتهت.
events-shut-closed = تُقام، ولا تقبل أسماء أخرى.
events-inbox-headline = افحص بريدك
events-inbox-lead = افتح الرابط الذي أرسلناه إليك واضغط الزر هناك: عندئذ تكون قد قلت إنك تحضر.
events-inbox-words = الأمر يخص { $event }. من قال ذلك من قبل يصله رابط صفحته بدلًا منه.
events-inbox-most = لا تجلب كل استمارة رسالة خاصة بها: بعد ثلاث رسائل في اليوم يُجمع ما يُقال من البريد نفسه في رسالة واحدة أخرى. وكل ما ينتظر زرًا تجده أيضًا خلف كل رابط من هذه الروابط.
events-inbox-days = { PLURAL($days) ->
    [one] ما لا يُؤكد خلال يوم يُحذف.
    [two] ما لا يُؤكد خلال يومين يُحذف.
    [few] ما لا يُؤكد خلال { $days } أيام يُحذف.
   *[other] ما لا يُؤكد خلال { $days } يومًا يُحذف.
}
events-own-unconfirmed = هل تحضر؟
events-own-coming = أنت ممن يحضر
events-own-waiting = أنت في الدور
events-own-offered = مكان لك
events-own-cancelled = لن تحضر
events-own-lapsed = ذهب المكان إلى غيرك
events-own-called-off = أُلغيت
events-lead-unconfirmed = اضغط الزر فيثبت ذلك.
events-lead-coming = { PLURAL($people) ->
    [one] لك مكان. نكتب إليك إذا تغير الموعد أو المكان.
    [two] لكما مكانان. نكتب إليك إذا تغير الموعد أو المكان.
    [few] لكم { $people } أماكن. نكتب إليك إذا تغير الموعد أو المكان.
   *[other] لكم { $people } مكانًا. نكتب إليك إذا تغير الموعد أو المكان.
}
events-lead-waiting = { PLURAL($before) ->
    [zero] كل الأماكن مشغولة، وأنت الأول في الدور. متى فرغ مكان عرضناه عليك بالبريد.
    [one] كل الأماكن مشغولة؛ ينتظر قبلك واحد. ما يفرغ يُعرض بالترتيب بالبريد.
    [two] كل الأماكن مشغولة؛ ينتظر قبلك اثنان. ما يفرغ يُعرض بالترتيب بالبريد.
    [few] كل الأماكن مشغولة؛ ينتظر قبلك { $before }. ما يفرغ يُعرض بالترتيب بالبريد.
   *[other] كل الأماكن مشغولة؛ ينتظر قبلك { $before }. ما يفرغ يُعرض بالترتيب بالبريد.
}
events-lead-waiting-together = يُعرض عليكم المكان عندما تخلو { $people } أماكن معًا، وما قلّ عن ذلك يذهب إلى من ينتظر بعدكم. إذا كنتم أقل فقل ذلك في الأسفل.
events-lead-waiting-fewer = { PLURAL($before) ->
    [zero] الأماكن الخالية { $left }، وهي أقل من { $people } التي تحتاجون إليها، وأنت الأول في الدور.
    [one] الأماكن الخالية { $left }، وهي أقل من { $people } التي تحتاجون إليها؛ وينتظر قبلك واحد.
    [two] الأماكن الخالية { $left }، وهي أقل من { $people } التي تحتاجون إليها؛ وينتظر قبلك اثنان.
   *[other] الأماكن الخالية { $left }، وهي أقل من { $people } التي تحتاجون إليها؛ وينتظر قبلك { $before }.
}
events-lead-waiting-never = المكان كله يتسع لـ{ $capacity }، فلا تجتمع لكم { $people } أماكن أبدًا. إذا كنتم أقل فقل ذلك في الأسفل.
events-lead-offered = فرغ مكان، وهو محفوظ لك حتى { $until }. بعد ذلك يذهب إلى التالي.
events-lead-cancelled = قلت إنك لا تحضر.
events-lead-lapsed = حُفظ لك مكان ولم يأخذه أحد في وقته، فعُرض على التالي.
events-lead-called-off = ألغاها المنظمون. لا يلزمك فعل شيء.
events-lead-over = انتهت.
events-confirm-button = نعم، سأحضر
events-accept-button = خذ المكان
events-again-button = سأحضر بعد كل شيء
events-event = الفعالية
events-ticket = بطاقتك
events-ticket-words = أظهرها عند الباب، أو قل بماذا نناديك.
events-correct = غيّره
events-correct-words = يمكن أن يأتي منكم أكثر ما دام هناك متسع.
events-correct-button = احفظ
events-others = من هذا البريد أيضًا
events-others-words = قيل هذا بالعنوان نفسه ولم يضغط أحد زره بعد. افتحه لتقول إنك تحضر، أو اتركه فيُحذف من تلقاء نفسه.
events-cancel = لن أحضر
events-cancel-words = يذهب مكانك إلى التالي في الدور. ويمكنك العدول عن ذلك بالرابط نفسه.
events-cancel-button = لن أحضر
events-no-room = لا متسع لهذا العدد
events-no-room-words = لم يتغير شيء: لكم من الأماكن ما كان من قبل.
events-done-accepted = المكان لك.
events-done-corrected = حُفظ.
events-done-too-late = لم يتغير شيء: فات الأوان.
events-done-known = من هذا البريد يحضر أحد أو ينتظر في الدور. هذه صفحته، ويمكن تغييرها هنا.
events-gone-headline = لا شيء هنا
events-gone-lead = لم يعد هذا الرابط يؤدي إلى شيء.
events-gone-words = قُطع منه شيء، أو حُذف ما كان يؤدي إليه: ما لا يُؤكد يُحذف بعد ثلاثين يومًا، ومن حضر يُنسى بعد الفعالية بثلاثين يومًا.
events-all = كل المواعيد والأماكن

events-mail-place = المكان: { $place }.
events-mail-link-subject = هل تحضر؟ { $event }
events-mail-link-opening = قال أحدهم، وهو أنت على الأرجح، باسم «{ $name }» إنه يحضر: { $when }.
events-mail-link-ask = افتح الرابط واضغط الزر هناك فيثبت ذلك.
events-mail-link-button = قل إنني أحضر
events-mail-link-closing = إن لم تكن أنت فلا تفعل شيئًا: يُحذف من تلقاء نفسه.
events-mail-known-subject = قلت ذلك من قبل: { $event }
events-mail-known-opening = أُرسلت استمارة هذه الفعالية بعنوانك مرة أخرى. وكنت قد قلت إنك تحضر: { $when }.
events-mail-known-ask = في صفحتك ترى الحال، وتستطيع تغييره أو إلغاءه.
events-mail-own-button = افتح صفحتي
events-mail-own-closing = بالرابط نفسه تغيّر كم شخصًا تأتون، أو تلغي.
events-mail-coming-subject = أنت ممن يحضر: { $event }
events-mail-coming-opening = لك مكان يا { $name }: { $when }.
events-mail-coming-ask = بطاقتك وملف تقويمك في صفحتك.
events-mail-waiting-subject = أنت في الدور: { $event }
events-mail-waiting-opening = { PLURAL($people) ->
    [one] كل الأماكن مشغولة: { $when }.
    [two] ليس هناك مكانان خاليان في الوقت الحالي: { $when }.
    [few] ليست هناك { $people } أماكن خالية في الوقت الحالي: { $when }.
   *[other] ليس هناك { $people } مكانًا خاليًا في الوقت الحالي: { $when }.
}
events-mail-waiting-ask = متى فرغ مكان عُرض بالترتيب بالبريد.
events-mail-offer-subject = فرغ مكان: { $event }
events-mail-offer-opening = فرغ مكان: { $when }. وهو محفوظ لك حتى { $until }.
events-mail-offer-ask = افتح صفحتك وخذه؛ وبعد ذلك يذهب إلى التالي.
events-mail-offer-button = خذ المكان
events-mail-offer-closing = إن كنت لا تستطيع الحضور فاتركه هناك، ليعلم التالي أبكر.
events-mail-lapsed-subject = ذهب المكان إلى غيرك: { $event }
events-mail-lapsed-opening = المكان الذي حُفظ لك لم يُؤخذ في وقته، وعُرض على التالي.
events-mail-lapsed-ask = إن كنت ما زلت تريد الحضور فقل ذلك في صفحتك: تعود إلى الدور.
events-mail-reminder-subject = قريبًا: { $event }
events-mail-reminder-opening = قلت إنك تحضر يا { $name }: { $when }.
events-mail-reminder-ask = إن كنت لا تستطيع فقل ذلك في صفحتك، ليحضر غيرك.
events-mail-changed-subject = تغيير: { $event }
events-mail-changed-opening = تغير الموعد أو المكان. صار الآن: { $when }.
events-mail-changed-ask = إن كنت لا تستطيع الحضور عندئذ فقل ذلك في صفحتك.
events-mail-again-subject = ستُقام بعد كل شيء: { $event }
events-mail-again-opening = كانت قد أُلغيت، وستُقام بعد كل شيء: { $when }.
events-mail-again-ask = ما كنت قد قلته قائم من جديد. إن كنت لا تستطيع الحضور فقل ذلك في صفحتك.
events-mail-cancelled-subject = أُلغيت: { $event }
events-mail-cancelled-opening = لن تُقام: { $when }.
events-mail-cancelled-ask = لا يلزمك فعل شيء.
events-mail-cancelled-closing = إن دعا إليها المنظمون من جديد فسنخبرك.
events-mail-why = تصلك هذه الرسالة لأن عنوانك أُعطي من أجل { $event }، وهي من { $group }.

events-desk-headline = الفعاليات: { $campaign }
events-desk-none = لا فعالية بعد.
events-desk-over-full = يأتي أناس أكثر مما يتسع له المكان. لا يفقد أحد مكانه بسبب ذلك، ويُعرض ما يخلو من جديد عندما يقل العدد عن السعة. راسلهم إن كان العدد أكبر مما ينبغي.
events-desk-nobody = لا أحد بعد.
events-desk-new = أعلن عن فعالية
events-desk-coming = يحضرون
events-desk-capacity = الأماكن
events-desk-unbounded = بلا حد
events-desk-offered = معروضة
events-desk-waiting = في الدور
events-desk-arrived = دخلوا
events-desk-name = الاسم
events-desk-people = الأشخاص
events-desk-since = منذ
events-desk-page = الصفحة العامة
events-desk-edit = غيّرها
events-desk-table = من يحضر، في جدول
events-desk-door = الباب
events-desk-sheet = القائمة للطباعة
events-desk-done-saved = حُفظت. يُخبَر بالبريد من يحضر إن تغير الموعد أو المكان.
events-desk-done-removed = أُزيلت. يُخبَر بالبريد من أراد الحضور.
events-status-open = تقبل الأسماء
events-status-closed = تُقام ولا تقبل الأسماء
events-status-cancelled = أُلغيت
events-state-unconfirmed = لم يُؤكَّد بعد
events-state-coming = يحضرون
events-state-waiting = في الدور
events-state-offered = لهم مكان معروض
events-state-cancelled = لا يحضرون
events-state-lapsed = تركوا العرض يمضي
events-sheet-as-of = حتى { $moment }.
events-sheet-people = { PLURAL($people) ->
    [zero] لا يحضر أحد.
    [one] يحضر شخص واحد.
    [two] يحضر شخصان.
    [few] يحضر { $people } أشخاص.
    [many] يحضر { $people } شخصًا.
   *[other] يحضر { $people } شخص.
}
events-sheet-in = دخل
events-sheet-notes = الأجوبة
events-door-headline = الباب: { $event }
events-door-of = { PLURAL($coming) ->
    [zero] دخلوا؛ ولم يقل أحد إنه يحضر.
    [one] دخلوا؛ وقال شخص واحد إنه يحضر.
    [two] دخلوا؛ وقال شخصان إنهما يحضران.
    [few] دخلوا؛ وقال { $coming } أشخاص إنهم يحضرون.
   *[other] دخلوا؛ وقال { $coming } شخصًا إنهم يحضرون.
}
events-door-words = ابحث عن اسم، أو دع كاميرا هذا الهاتف تقرأ البطاقة. وتعمل الصفحة بلا شبكة حيث تعمل البرامج النصية: ما تسجله ينتظر على الهاتف.
events-door-party = { PLURAL($people) ->
    [one] وحده
    [two] شخصان
    [few] { $people } أشخاص
    [many] { $people } شخصًا
   *[other] { $people } شخص
}
events-door-let-in = أدخِل
events-door-is-in = دخل
events-door-undo = لم يدخل
events-door-scan = اقرأ البطاقات
events-door-forget = انسَ القائمة على هذا الهاتف
events-door-walk-in = بلا تسجيل
events-door-walk-in-words = من يأتي ولم يقل ذلك من قبل يُعَدّ، ولا يُسجَّل عنه غير ذلك.
events-door-one-more = واحد آخر
events-door-list = من يحضر
events-door-find = ابحث عن اسم
events-door-cut = من يحضر أكثر مما تسعه الصفحة: فيها أول 5000. والبطاقة تجد الباقين.
events-door-done-in = دخل.
events-door-done-undone = أُرجع.
events-door-done-already = سبق أن دخلوا. اسأل قبل أن تُدخل أحدًا مرة أخرى بهذه البطاقة أو بهذا الاسم.
events-door-done-counted = تم العدّ.
events-door-since = منذ { $when }
events-door-already = { $who }: سبق الدخول في { $when }، من باب آخر أو ببطاقة منسوخة.
events-door-by-ticket = دخل ببطاقة لم تكن في القائمة: { $people }.
events-door-somebody = صاحب تلك البطاقة
events-door-seen = رأيت ذلك
events-door-walk-in-undo = تراجع عن الأخير
events-door-gone = أُزيلت هذه الفعالية أو لم تعد لك: ما سُجل يبقى على هذا الهاتف.
events-door-unknown = قُرئت بطاقة ليست لأحد هنا.
events-door-unlisted = ليست في قائمة هذا الهاتف: سُجلت، ويُنظر فيها متى عادت الشبكة.
events-door-waiting = لم يُرسل بعد:
events-door-sent = أُرسل كل شيء.
events-door-offline = لا شبكة: واصل التسجيل، لا يضيع شيء.
events-door-signed-out = ادخل من جديد في لسان آخر: ما سُجل يبقى على هذا الهاتف حتى يُرسل.
events-door-no-camera = تعذر استعمال الكاميرا. اسمح بها، أو ابحث عن الاسم.
events-door-left = بقي ما لم يُرسل. انتظر الشبكة ثم انسَ القائمة.

events-form-what = الفعالية
events-form-slug = اسمها في الروابط
events-form-slug-hint = حروف لاتينية صغيرة وأرقام وشرطات، مثل outside-the-hall. ولا يتغير.
events-form-status = الحالة
events-form-zone = المنطقة الزمنية، إن كانت غير منطقة الحملة
events-form-zone-hint = مثل Europe/Madrid. فارغ: { $zone }.
events-form-name = بماذا تُسمى
events-form-words = ما هي، في بضع جمل
events-form-access-hint = الدرج والمقاعد والمترجمون ودورات المياه: ما يلزم الناس معرفته قبل الانطلاق.
events-form-host = بالاشتراك مع { $partner }
events-form-slot = الموعد والمكان { $number }
events-form-slot-more = اتركه فارغًا إن لم يكن هناك غيره.
events-form-slot-name = بماذا يُسمى هذا الموعد
events-form-slot-name-hint = يلزم حين تتعدد المواعيد: «ظهرًا، مع كلمات».
events-form-starts = تبدأ
events-form-ends = تنتهي
events-form-clock = بساعة { $zone }.
events-form-twice = أي الموعدين هو المقصود
events-form-ends-twice = في أي الموعدين تنتهي
events-form-twice-none = لا هذا ولا ذاك: تظهره الساعة مرة واحدة
events-form-twice-first = الأول، قبل تأخير الساعات
events-form-twice-second = الثاني، بعد تأخير الساعات
events-form-capacity-hint = كم شخصًا يسع المكان. فارغ: يسع الجميع.
events-form-shown = من يرى ماذا
events-form-place-for = يُخبَر بالمكان
events-form-place-everybody = الجميع
events-form-place-coming = من له مكان، في صفحته وبالبريد
events-form-numbers = تقول الصفحة عن عدد من يحضر
events-form-numbers-nothing = لا شيء
events-form-numbers-people = كم شخصًا يحضر وكم مكانًا بقي
events-form-numbers-rounded = أكثر من كذا، مقرَّبًا إلى أدنى؛ ولا شيء دون العشرة
events-form-party = كم شخصًا قد يأتي باستمارة واحدة
events-form-reminders = التذكير، بالساعات قبل البدء
events-form-reminders-hint = مثل 24, 3. فارغ: بلا تذكير.
events-form-save = احفظ
events-form-leave = العودة بلا حفظ
events-form-conflict = حفظ شخص آخر في هذه الأثناء
events-form-conflict-words = ما كتبته باقٍ أدناه. انظر في لسان آخر إلى ما غيّره، ثم احفظ من جديد.
events-form-others = لا يتفق مع ملفات الحملة
events-form-remove = أزِلها
events-form-remove-words = تغادر الصفحة، ويُخبَر من أراد الحضور بأنها لن تُقام. لإلغائها وتركها على الصفحة غيّر حالتها.
events-form-remove-button = أزِل الفعالية
events-fault-slug = حروف لاتينية صغيرة وأرقام وشرطات مفردة.
events-fault-slug-taken = فعالية أخرى تُسمى كذلك.
events-fault-reminders = ساعات كاملة من 1 إلى 168 بينها فواصل.
events-fault-clock = ليس هذا يومًا وساعة.
events-fault-zone = لا توجد منطقة زمنية بهذا الاسم. اكتبها مثل Europe/Madrid.
events-fault-skipped = تُقدَّم الساعات على هذا الوقت فلا يأتي أبدًا. أما { $then } فيأتي.
events-fault-twice = تُؤخَّر الساعات تلك الليلة وتُظهر هذا الوقت مرتين: مرة { $first } ومرة { $second }. قل أيهما المقصود.
events-fault-ends = تنتهي قبل أن تبدأ.
events-fault-no-time = قل متى هي.
