# صفوف كثيرة من قائمة تُغيّر معًا: تُرى ثم تُنفَّذ ثم يُتراجع عنها.

changes-look-hidings = إخفاء أسماء: { $whose }
changes-look-showings = إظهار أسماء ثانية: { $whose }
changes-look-removals = إزالة توقيعات: { $whose }
changes-look-returns = إعادة توقيعات: { $whose }
changes-would-hidings = { PLURAL($count) ->
    [zero] لن يُخفى أي اسم.
    [one] سيُخفى اسم واحد.
    [two] سيُخفى اسمان.
    [few] ستُخفى { $count } أسماء.
   *[other] سيُخفى { $count } اسمًا.
}
changes-would-showings = { PLURAL($count) ->
    [zero] لن يظهر أي اسم ثانية.
    [one] سيظهر اسم واحد ثانية إن كانت تلك رغبة صاحبه.
    [two] سيظهر اسمان ثانية إن كانت تلك رغبة صاحبيهما.
    [few] ستظهر { $count } أسماء ثانية بقدر ما يرغب أصحابها.
   *[other] سيظهر { $count } اسمًا ثانية بقدر ما يرغب أصحابها.
}
changes-would-removals = { PLURAL($count) ->
    [zero] لن يُزال أي توقيع.
    [one] سيُزال توقيع واحد.
    [two] سيُزال توقيعان.
    [few] ستُزال { $count } توقيعات.
   *[other] سيُزال { $count } توقيعًا.
}
changes-would-returns = { PLURAL($count) ->
    [zero] لن يُعاد أي توقيع.
    [one] سيُعاد توقيع واحد.
    [two] سيُعاد توقيعان.
    [few] ستُعاد { $count } توقيعات.
   *[other] سيُعاد { $count } توقيعًا.
}
changes-button-hidings = { PLURAL($count) ->
    [one] إخفاء هذا الاسم
    [two] إخفاء الاسمين
    [few] إخفاء { $count } أسماء
   *[other] إخفاء { $count } اسمًا
}
changes-button-showings = { PLURAL($count) ->
    [one] إظهار هذا الاسم ثانية
    [two] إظهار الاسمين ثانية
    [few] إظهار { $count } أسماء ثانية
   *[other] إظهار { $count } اسمًا ثانية
}
changes-button-removals = { PLURAL($count) ->
    [one] إزالة هذا التوقيع
    [two] إزالة التوقيعين
    [few] إزالة { $count } توقيعات
   *[other] إزالة { $count } توقيعًا
}
changes-button-returns = { PLURAL($count) ->
    [one] إعادة هذا التوقيع
    [two] إعادة التوقيعين
    [few] إعادة { $count } توقيعات
   *[other] إعادة { $count } توقيعًا
}
changes-about-hidings = تبقى رغبة الموقّع مسجّلة؛ ويرى في صفحته الخاصة أن المنظمين لا يُظهرون الاسم.
changes-about-showings = من طلب إخفاء اسمه يبقى مخفيًّا.
changes-about-removals = يرى كل موقّع في صفحته الخاصة أن المنظمين أزالوا توقيعه، ويبقى له أن يسحبه أو يحصل على بياناته أو يمحوها.
changes-about-returns = تُعدّ من جديد وتظهر كما رغب أصحابها.
changes-count-stays = يبقى العدد المعلن { $count }.
changes-count-goes = ينتقل العدد المعلن من { $before } إلى { $after }.
changes-names-stay = تبقى الأسماء في الصفحة كما هي.
changes-names-fewer = { PLURAL($count) ->
    [one] يغيب اسم واحد عن الصفحة.
    [two] يغيب اسمان عن الصفحة.
    [few] تغيب { $count } أسماء عن الصفحة.
   *[other] يغيب { $count } اسمًا عن الصفحة.
}
changes-names-more = { PLURAL($count) ->
    [one] يعود اسم واحد إلى الصفحة.
    [two] يعود اسمان إلى الصفحة.
    [few] تعود { $count } أسماء إلى الصفحة.
   *[other] يعود { $count } اسمًا إلى الصفحة.
}
changes-left = يبقى كما هو
changes-why = السبب
changes-how-many = العدد
changes-left-not-counted = لا يُعدّ، فلا يظهر في أي مكان
changes-left-hidden-already = أخفاه المنظمون من قبل
changes-left-hidden-by-signer = مخفيّ من قبل برغبة صاحبه
changes-left-not-hidden = لم يُخفه المنظمون
changes-left-removed-already = أُزيل من قبل
changes-left-stands = معدود، فليس هناك ما يُعاد
changes-left-withdrawn = سحبه صاحبه
changes-left-forgotten = نُسي صاحبه بعد نهاية الحملة: يُعدّ فحسب
changes-sample = ما سيتغيّر
changes-sample-of = { $shown } من { $count }.
changes-now = الآن
changes-then = بعد ذلك
changes-undo-hint = يمكن التراجع عنه مدة سبعة أيام.
changes-back = العودة إلى القائمة دون تغيير شيء
changes-nothing-ticked = لم يُؤشَّر أي صف. عُد وأشّر بعضها ثم اختر ثانية.
changes-cut = وُجد أكثر من ذلك. كلمات البحث لا تُحفظ، فلا يُغيّر معًا أكثر من { $most } من الصفوف؛ ثم يمكنك متابعة الباقي.
changes-differs = لم يُنفَّذ شيء: تغيّر شيء منذ نظرت. هذا هو الحال الآن.
changes-differs-by = لم يُنفَّذ شيء: حين نظرت كان سيتغيّر { $then } من الصفوف، والآن { $now }. هذا هو الحال الآن.
changes-headline = التغييرات: { $whose }
changes-list-about = ما غُيّر في القوائم صفوفًا كثيرة معًا. يمكن التراجع عن كل منها مدة سبعة أيام، إلا ما خرج بالبريد.
changes-none = لم يُغيّر شيء هكذا بعد. أشّر صفوفًا في قائمة واختر تحتها ما يُفعل بها.
changes-done-hidings = أسماء أُخفيت
changes-done-showings = أسماء أُظهرت ثانية
changes-done-removals = توقيعات أُزيلت
changes-done-returns = توقيعات أُعيدت
changes-what = التغيير
changes-who = مَن
changes-when = متى
changes-state = الحالة
changes-which = أي الصفوف
changes-changed = ما تغيّر
changes-left-alone = ما تُرك كما هو
changes-found = ما كان يطابق عند البدء
changes-chosen-rows = اختيرت واحدًا واحدًا، أو بكلمات بحث لا تُحفظ
changes-chosen-every = كل الصفوف
changes-chosen-filter = كل ما فيه { $filter }
changes-chosen-network-gone = لم تعد محفوظة
changes-state-running = جارٍ
changes-state-done = تمّ
changes-state-cancelled = أُوقف
changes-state-undoing = يجري التراجع عنه
changes-state-undone = تُراجع عنه
changes-lead-running = عدد الصفوف التي تغيّرت حتى الآن: { $count }.
changes-lead-done = عدد الصفوف التي تغيّرت: { $count }.
changes-lead-cancelled = أُوقف. عدد الصفوف التي تغيّرت حتى ذلك الحين { $count }، وتبقى كذلك ما لم يُتراجع عنها.
changes-progress = { $changed } من { $found }
changes-running = يمكنك مغادرة هذه الصفحة؛ فالعمل مستمر.
changes-again = معرفة إلى أين وصل
changes-cancel = إيقافه هنا
changes-undo = التراجع عنه
changes-undo-until = ممكن حتى { $when }. ما غيّره غيرك منذ ذلك الحين يُترك كما هو.
changes-undo-look = معرفة ما سيفعله التراجع
changes-undo-over = انقضت الأيام السبعة التي كان التراجع فيها ممكنًا.
changes-undone-by = تراجع عنه { $who } في { $when }: عاد { $count } من الصفوف كما كان، وتُرك { $left }.
changes-undoing-by = بدأ { $who } التراجع عنه في { $when }: عاد حتى الآن { $count } من الصفوف كما كان، وتُرك { $left }.
changes-undo-cancelled-by = بدأ { $who } التراجع عنه في { $when } ثم أُوقف: عاد { $count } من الصفوف كما كان، وتُرك { $left }.
changes-undo-headline = التراجع: { $what }
changes-undo-lead = { PLURAL($count) ->
    [zero] لم يبق ما يُتراجع عنه.
    [one] سيعود صف واحد كما كان.
    [two] سيعود صفّان كما كانا.
    [few] ستعود { $count } صفوف كما كانت.
   *[other] سيعود { $count } صفًّا كما كان.
}
changes-undo-touched = عدد ما تغيّر منذ ذلك الحين بيد صاحبه أو في المكتب فيُترك كما هو: { $count }.
changes-undo-button = { PLURAL($count) ->
    [one] إعادة هذا الصف كما كان
    [two] إعادة الصفّين كما كانا
    [few] إعادة { $count } صفوف كما كانت
   *[other] إعادة { $count } صفًّا كما كان
}
changes-to-list = إلى القائمة
changes-to-changes = كل التغييرات
changes-to-change = العودة إلى التغيير
changes-look-reminders = إرسال التأكيد مرة أخرى: { $whose }
changes-look-retries = إعادة محاولة رسائل: { $whose }
changes-look-giving-up = إسقاط رسائل: { $whose }
changes-would-reminders = { PLURAL($count) ->
    [zero] لن يصل التأكيد ثانية إلى أحد.
    [one] سيصل التأكيد ثانية إلى شخص واحد.
    [two] سيصل التأكيد ثانية إلى شخصين.
    [few] سيصل التأكيد ثانية إلى { $count } أشخاص.
   *[other] سيصل التأكيد ثانية إلى { $count } شخصًا.
}
changes-would-retries = { PLURAL($count) ->
    [zero] لن تُعاد محاولة أي رسالة.
    [one] ستُعاد الآن محاولة رسالة واحدة.
    [two] ستُعاد الآن محاولة رسالتين.
    [few] ستُعاد الآن محاولة { $count } رسائل.
   *[other] ستُعاد الآن محاولة { $count } رسالة.
}
changes-would-giving-up = { PLURAL($count) ->
    [zero] لن تُسقط أي رسالة.
    [one] ستُسقط رسالة واحدة.
    [two] ستُسقط رسالتان.
    [few] ستُسقط { $count } رسائل.
   *[other] ستُسقط { $count } رسالة.
}
changes-button-reminders = { PLURAL($count) ->
    [one] إرسال هذه الرسالة
    [two] إرسال الرسالتين
    [few] إرسال { $count } رسائل
   *[other] إرسال { $count } رسالة
}
changes-button-retries = { PLURAL($count) ->
    [one] إعادة محاولة هذه الرسالة
    [two] إعادة محاولة الرسالتين
    [few] إعادة محاولة { $count } رسائل
   *[other] إعادة محاولة { $count } رسالة
}
changes-button-giving-up = { PLURAL($count) ->
    [one] إسقاط هذه الرسالة
    [two] إسقاط الرسالتين
    [few] إسقاط { $count } رسائل
   *[other] إسقاط { $count } رسالة
}
changes-about-reminders = يُذكَّر كلٌّ مرة واحدة لا غير؛ ولا يصل إلى أحد أكثر من ثلاث رسائل في اليوم، والعنوان الذي له أكثر من طلب تصله رسالة واحدة.
changes-about-retries = قد يرفضها الخادم ثانية؛ وما يقوله يظهر في صندوق الصادر.
changes-about-giving-up = لا تخرج. من ينتظر إحداها يمكنه طلبها بـ«إعادة الإرسال».
changes-done-reminders = تأكيدات أُرسلت مرة أخرى
changes-done-retries = رسائل أُعيدت محاولتها
changes-done-giving-up = رسائل أُسقطت
changes-left-first-mail = لم تخرج الرسالة الأولى بعد
changes-left-expired = انقضى وقت التأكيد
changes-left-closed = الرسالة المفتوحة لا تقبل أسماء
changes-left-signed = وقّع هذا الاسم من قبل، أو امتلأ صندوق البريد
changes-left-reminded = ذُكِّر من قبل
changes-left-capped = وصلت إلى العنوان ثلاث رسائل في يوم
changes-left-same-address = يُذكَّر العنوان نفسه بطلب آخر
changes-left-mail-sent = أُرسلت من قبل
changes-left-mail-dropped = أُسقطت من قبل
changes-left-unknown = غير مفهوم
changes-stands-waiting = ينتظر
changes-stands-reminded = ذُكِّر
changes-at-most = هذه كثيرة جدًّا فلم يُنظر في كل منها بعد: هذا أقصى عدد. من ذُكِّر من قبل أو وصلته اليوم ثلاث رسائل أو لم يعد يستطيع التوقيع لا تصله رسالة.
changes-no-undo = ما يخرج بالبريد لا يمكن التراجع عنه.

# Holding signatures, and letting them count
changes-look-approvals = قبول توقيعات: { $whose }
changes-look-holds = إيقاف توقيعات: { $whose }
changes-would-approvals = { PLURAL($count) ->
    [one] سيُعدّ توقيع واحد.
    [two] سيُعدّ توقيعان.
    [few] ستُعدّ { $count } توقيعات.
   *[other] سيُعدّ { $count } توقيعًا.
}
changes-would-holds = { PLURAL($count) ->
    [one] سيُوقف توقيع واحد إلى أن ينظر فيه أحد.
    [two] سيُوقف توقيعان إلى أن ينظر فيهما أحد.
    [few] ستُوقف { $count } توقيعات إلى أن ينظر فيها أحد.
   *[other] سيُوقف { $count } توقيعًا إلى أن ينظر فيها أحد.
}
changes-button-approvals = { PLURAL($count) ->
    [one] قبول توقيع واحد
    [two] قبول توقيعين
    [few] قبول { $count } توقيعات
   *[other] قبول { $count } توقيعًا
}
changes-button-holds = { PLURAL($count) ->
    [one] إيقاف توقيع واحد
    [two] إيقاف توقيعين
    [few] إيقاف { $count } توقيعات
   *[other] إيقاف { $count } توقيعًا
}
changes-about-approvals = تُعدّ من الآن وتظهر كما رغب أصحابها. لا يُبلَّغ أحد.
changes-about-holds = لا تُعدّ ولا تظهر إلى أن يقبلها أحد. لا يخسر أحد شيئًا: يرى الموقّع في صفحته الخاصة أن توقيعه قيد النظر.
changes-done-approvals = توقيعات قُبلت
changes-done-holds = توقيعات أُوقفت
changes-left-not-held = ليست موقوفة
changes-left-held-already = موقوفة من قبل

# As what signatures are removed
changes-class = إزالتها بوصفها
changes-class-hint = تذكر صفحة الرسالة علنًا كم أُزيل وبأي وصف.
changes-class-missing = اذكر بأي وصف تُزال. لم يتغيّر شيء.
changes-class-of = أُزيل بوصفه
changes-class-false = زائفة: لا أحد وراءها
changes-class-duplicate = مكررة: وقّع أحدهم أكثر من مرة
changes-class-abusive = مسيئة: الاسم أو الكلام يشتم أو يسخر
changes-class-other = شيء آخر
