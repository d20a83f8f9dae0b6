# What the doctor and the Setup page find.

doctor-no-base-url = لا عنوان أساس، فروابط الرسائل تقود إلى { $url }، وهو هذا الجهاز وحده. ضع في BROADSIDE_BASE_URL العنوان الذي يستعمله الناس، مثل https://letter.example.org.
doctor-base-url = روابط الرسائل تقود إلى { $url }.
doctor-no-https = عنوان الأساس { $url } بلا https: تسافر الأسماء والعناوين مكشوفة. ضع أمامه خادمًا وسيطًا بشهادة وضع عنوانه https في BROADSIDE_BASE_URL.
doctor-no-proxy-trusted = يستمع Broadside على هذا الجهاز وحده، فخادم وسيط يأتي بالزوار، لكن لا وسيط موثوق: يتشارك الزوار عنوانًا واحدًا فتوقفهم الحدود. ضع BROADSIDE_TRUSTED_PROXIES، ولوسيط على هذا الجهاز 127.0.0.0/8,::1/128.
doctor-unknown-variable = لا شيء يقرأ المتغير { $name }. أقرب الإعدادات إليه اسمًا هو { $nearest }.
doctor-no-limits = الحدود مطفأة. هذا لاختبارات الحمل؛ أزل BROADSIDE_RATE_LIMITS.
doctor-test-clock = تعمل ساعة تجريبية (BROADSIDE_CLOCK)، وكل صفحة تقول ذلك. أزلها قبل أن تبدأ الحملة.
doctor-sqlite-unusable = لا يمكن استعمال قاعدة البيانات في { $place }: { $error }.
doctor-postgres-unusable = لا يمكن استعمال قاعدة البيانات: { $error }. تحقّق من BROADSIDE_DATABASE_URL أو --database-url، ومن أن الخادم يعمل ويُدخل هذا المستخدم.
doctor-not-looked-at = تعذّر النظر فيها: { $why }.
doctor-database = قاعدة البيانات تجيب ومخططها محدَّث ({ $engine }).
doctor-future = ما خُزّن يقع في المستقبل: عملت هذه النسخة من قبل بساعة تجريبية (BROADSIDE_CLOCK)، أو كانت ساعة الجهاز خاطئة. تنتظر رسائلها وأعمالها حتى ذلك الحين. اضبط ساعة الجهاز، أو ابدأ بمجلد جديد (--data).
doctor-no-campaign = لا حملة علنية بعد. أدخل واحدة بـ `broadside campaign import DIR`.
doctor-campaigns = الحملات العلنية: { $count }.
doctor-no-account = لا حساب لأحد في المكتب بعد. يطبع `broadside serve` رابط الأول؛ و`broadside account invite EMAIL` ينشئ واحدًا أيضًا.
doctor-no-owner = لا مالك للمجموعة { $group }، فلا أحد يرى حملاتها في المكتب: `broadside account invite EMAIL --group { $group }`.
doctor-tally-disagrees = الرسالة { $letter }، النسخة { $version }، الصلة «{ $relation }»، المصدر «{ $source }»، العملية { $node }: المعروض { $tallied } والمخزَّن { $counted }. أبلغ عن هذا: يجب ألا يحدث.
doctor-origins-disagree = الحملة { $campaign } بنظرة: مجموع مصادر التواقيع في موضع ما { $tallied } والمخزَّن { $counted }. أبلغ عن هذا: يجب ألا يحدث.
doctor-hours-disagree = الحملة { $campaign } بنظرة: { $tallied } من التأكيدات بحسب الساعة، أقل من { $counted } من التواقيع القائمة. أبلغ عن هذا: يجب ألا يحدث.
doctor-counts-agree = أُعيد عدّ كل عدد واتفق.
doctor-log-gaps = ينبغي أن يضم سجل الرسالة { $letter } من القيود { $size } في { $size } من المواضع. وهو يضم { $entries }، ورقم آخرها { $places }. حُذفت قيود أو أضيفت من خارج البرنامج: قارنه بنسخة احتياطية.
doctor-log-disagrees = عدد توقيعات الرسالة { $letter } بحسب سجلها { $logged } والمخزَّن { $stored }. غُيّر أحدهما من خارج البرنامج: قارنه بنسخة احتياطية.
doctor-log-whole = سجل كل رسالة بلا فجوات ويؤيد عدد من وقّعوا.
doctor-log-denies = { PLURAL($count) ->
    [one] توقيع واحد من توقيعات الرسالة { $letter } مخزَّن على غير ما في سجلها: غُيّر اسمه أو صلته أو صيغته، أو حُذف قيده، من خارج البرنامج. قارنه بنسخة احتياطية.
    [two] توقيعان من توقيعات الرسالة { $letter } مخزَّنان على غير ما في سجلها: غُيّر الاسم أو الصلة أو الصيغة، أو حُذف القيد، من خارج البرنامج. قارنهما بنسخة احتياطية.
    [few] { $count } توقيعات من الرسالة { $letter } مخزَّنة على غير ما في سجلها: غُيّرت الأسماء أو الصلات أو الصيغ، أو حُذفت القيود، من خارج البرنامج. قارنها بنسخة احتياطية.
    [many] { $count } توقيعًا من الرسالة { $letter } مخزَّنة على غير ما في سجلها: غُيّرت الأسماء أو الصلات أو الصيغ، أو حُذفت القيود، من خارج البرنامج. قارنها بنسخة احتياطية.
   *[other] { $count } توقيع من الرسالة { $letter } مخزَّنة على غير ما في سجلها: غُيّرت الأسماء أو الصلات أو الصيغ، أو حُذفت القيود، من خارج البرنامج. قارنها بنسخة احتياطية.
}
doctor-log-bears-out = التوقيعات التي قورنت بالسجل: { $looked } من { $standing }، والأحدث أولًا. وكل منها كما في السجل.
doctor-log-looked-at = التوقيعات التي قورنت بالسجل: { $looked } من { $standing }، والأحدث أولًا.
doctor-log-forgotten = { PLURAL($count) ->
    [one] توقيع واحد محسوب نُسي صاحبه حين حان الأجل: لا يمكن بعد الآن حساب ما يقوله قيده في السجل من جديد.
    [two] توقيعان محسوبان نُسي صاحباهما حين حان الأجل: لا يمكن بعد الآن حساب ما يقوله قيداهما في السجل من جديد.
    [few] { $count } توقيعات محسوبة نُسي أصحابها حين حان الأجل: لا يمكن بعد الآن حساب ما تقوله قيودها في السجل من جديد.
    [many] { $count } توقيعًا محسوبًا نُسي أصحابها حين حان الأجل: لا يمكن بعد الآن حساب ما تقوله قيودها في السجل من جديد.
   *[other] { $count } توقيع محسوب نُسي أصحابها حين حان الأجل: لا يمكن بعد الآن حساب ما تقوله قيودها في السجل من جديد.
}
doctor-stuck = بدأ العمل «{ $work }» { $attempts } مرات ولم ينتهِ قط.
doctor-stuck-because = بدأ العمل «{ $work }» { $attempts } مرات ولم ينتهِ قط. آخر فشل: { $error }.
doctor-mails-wait = { PLURAL($count) ->
    [one] رسالة واحدة تنتظر أن يُضبط خادم بريد.
   *[other] { $count } من الرسائل تنتظر أن يُضبط خادم بريد.
}
doctor-mails-late = { PLURAL($count) ->
    [one] رسالة واحدة تنتظر منذ أكثر من ساعة. آخر جواب للخادم عنها: { $answer }
   *[other] { $count } من الرسائل تنتظر منذ أكثر من ساعة. آخر جواب للخادم عن أقدمها: { $answer }
}
doctor-mails-never-tried = { PLURAL($count) ->
    [one] رسالة واحدة تنتظر منذ أكثر من ساعة. لم تُجرَّب قط: هل يعمل `broadside serve`؟
   *[other] { $count } من الرسائل تنتظر منذ أكثر من ساعة. لم تُجرَّب أقدمها قط: هل يعمل `broadside serve`؟
}
doctor-mails-put-off = { PLURAL($count) ->
    [one] رسالة واحدة تنتظر، أجّلها خادم البريد. الدقائق منذ دخولها الطابور: { $minutes }. آخر رد عليها: { $answer }
    [two] رسالتان تنتظران. أجّل خادم البريد أقدمهما؛ الدقائق منذ دخولها الطابور: { $minutes }. آخر رد عليها: { $answer }
    [few] { $count } رسائل تنتظر. أجّل خادم البريد أقدمها؛ الدقائق منذ دخولها الطابور: { $minutes }. آخر رد عليها: { $answer }
    [many] { $count } رسالةً تنتظر. أجّل خادم البريد أقدمها؛ الدقائق منذ دخولها الطابور: { $minutes }. آخر رد عليها: { $answer }
   *[other] { $count } رسالة تنتظر. أجّل خادم البريد أقدمها؛ الدقائق منذ دخولها الطابور: { $minutes }. آخر رد عليها: { $answer }
}
doctor-mails = رسائل تنتظر: { $waiting }؛ أُرسلت: { $sent }.
doctor-mails-lost = رسائل لم تصل: { $bounced } رفضها الخادم الآخر، و{ $failed } جُرّبت بلا جدوى. آخر جواب كان: { $answer }
doctor-mails-lost-unsaid = رسائل لم تصل: { $bounced } رفضها الخادم الآخر، و{ $failed } جُرّبت بلا جدوى.
doctor-mails-mostly-lost = من رسائل اليوم الأخير لم تصل { $refused } وخرجت { $sent }: خادم البريد لا يقبل أو لا ينقل ما يأتي من مُرسِل الحملة، فلا يكاد أحد يستطيع التأكيد. راجع BROADSIDE_SMTP_URL و sender_address في campaign.toml.
doctor-room = بقي { $megabytes } ميغابايت حرة حيث قاعدة البيانات.
doctor-little-room = لم يبق إلا { $megabytes } ميغابايت حرة حيث قاعدة البيانات ({ $folder }). على قرص ممتلئ لا يستطيع أحد التوقيع: أخلِ مكانًا، أو انقل مجلد البيانات إلى قرص أكبر.
doctor-no-mail-server = لا خادم بريد، فرسائل التأكيد تنتظر ولا توقيع يُحسب. ضع BROADSIDE_SMTP_URL، مثل smtp://user:password@mail.example.org:587?tls=required.
doctor-mail-url = لا يمكن استعمال BROADSIDE_SMTP_URL: { $error }
doctor-mail-server = خادم البريد يجيب ويُدخلنا.
doctor-mail-refused = خادم البريد لا يأخذ رسائلنا: { $reason }
doctor-mail-server-silent = لم يجب خادم البريد خلال ثماني ثوانٍ.
doctor-kept-too-long = { PLURAL($count) ->
    [one] في الجدول { $table } صف واحد انقضت مدته ({ $days } يوماً) منذ أكثر من يوم: هل يعمل `broadside serve`؟
   *[other] في الجدول { $table } عدد { $count } من الصفوف انقضت مدتها ({ $days } يوماً) منذ أكثر من يوم: هل يعمل `broadside serve`؟
}
doctor-erasure-unfinished = طُلب محوٌ قبل أكثر من ساعة ولم ينتهِ. يتابعه `broadside serve`؛ وإن لم يفعل فسجلّه يقول السبب.
doctor-kept-well = { PLURAL($soon) ->
    [one] لا يُحفظ شيء بعد انقضاء مدته؛ خلال 7 أيام يُحذف صف واحد (يقول `broadside personal-data --due` أيها).
   *[other] لا يُحفظ شيء بعد انقضاء مدته؛ خلال 7 أيام تُحذف { $soon } من الصفوف (يقول `broadside personal-data --due` أيها).
}
doctor-reached = يجيب Broadside على { $url }.
doctor-unreached = لا أحد يصل إلى { $url }: { $reason }. تحقّق من أن اسمه يقود إلى هذا الجهاز أو إلى وسيطه، ومع https من أن أمامه وسيطًا بشهادة صالحة.
doctor-unreached-silent = لم يجب شيء على { $url } خلال ثماني ثوانٍ. تحقّق من أن اسمه يقود إلى هذا الجهاز أو إلى وسيطه، ومن أن لا جدار ناريًّا يغلقه.
doctor-unreached-somebody = على { $url } يجيب شيء آخر غير Broadside. تحقّق من أن الاسم يقود إلى هذا الجهاز، ومن أن الوسيط يمرّر إلى العنوان الذي يستمع إليه Broadside.
doctor-backup = { PLURAL($days) ->
    [zero] أُخذت نسخة احتياطية خلال اليوم الأخير.
    [one] أُخذت آخر نسخة احتياطية قبل يوم.
   *[other] أُخذت آخر نسخة احتياطية قبل { $days } من الأيام.
}
doctor-backup-none = لم تؤخذ نسخة احتياطية بعد: إن تعطّل هذا القرص ضاع كل توقيع. على الخادم: broadside backup /var/backups/broadside.db، والأفضل كل ليلة وإلى جهاز آخر.
doctor-backup-old = أُخذت آخر نسخة احتياطية قبل { $days } من الأيام. على الخادم: broadside backup FILE، والأفضل كل ليلة وإلى جهاز آخر.
doctor-backup-postgres = لا يُرى من هنا هل تؤخذ نسخ احتياطية: على PostgreSQL تؤخذ بـ pg_dump. في صفحة «Backup» من الدليل السطر اللازم.
doctor-dns-off = لم يُسأل DNS (قيمة BROADSIDE_DNS_SERVER هي off)، فلا يُعرف هل تسمح نطاقات المُرسِلين بالرسائل.
doctor-dns-unusable = لا يمكن سؤال DNS: { $reason }. سمِّ خادمًا في BROADSIDE_DNS_SERVER، مثل 9.9.9.9.
doctor-dns-no-sender = لا حملة ترسل رسائل بعد، فلا نطاق مُرسِل يُنظر فيه.
doctor-dns-silent = لم يجب DNS عن { $domain }: { $reason }
doctor-dns-slow = لم يجب DNS عن { $domain } خلال ثماني ثوانٍ.
doctor-dns-no-domain = نطاق المُرسِل { $domain } غير موجود: لا صندوق يقبل رسائل منه. صحّح sender_address في الحملة، أو سجّل النطاق.
doctor-mx-found = تصل الردود على رسائل { $domain } إلى { $servers }.
doctor-mx-implied = لا جهاز مسمّى يأخذ بريد { $domain } (MX)؛ تذهب الردود إلى خادم الويب وقد تضيع هناك.
doctor-mx-refused = يقول { $domain } إنه لا يأخذ بريدًا (سجل MX فيه نقطة وحدها): تضيع الردود والمرتجعات، ويرفض كثيرون مُرسِلين كهذا. خذ نطاقًا آخر، أو سمِّ خادم بريد لهذا.
doctor-mx-missing = لا شيء يأخذ بريد { $domain } (MX): تضيع الردود والمرتجعات، ويرفض كثيرون مُرسِلين كهذا. يقول مزوّد بريدك أي سجل MX تنشئ.
doctor-spf-found = سجل SPF للنطاق { $domain } قائم: { $text }
doctor-spf-missing = ينقص SPF للنطاق { $domain }: لا يعرف المستقبِلون هل يجوز لخادم بريدنا أن يرسل باسمه. ضع هذا في DNS؛ وإن سمّى مزوّد بريدك include خاصًّا به فمكانه هنا:
doctor-spf-several = للنطاق { $domain } عدد { $count } من سجلات SPF، وعندئذ لا يأخذ المستقبِلون بأيٍّ منها. أبقِ واحدًا بهذه القيمة واحذف الباقي:
doctor-spf-lookups = سجل SPF للنطاق { $domain } يجعل المستقبِلين يسألون DNS { $count } مرة؛ فوق العشر يكفّون. احذف ما لم يعد لازمًا من include. يقول: { $text }
doctor-spf-nowhere = سجل SPF للنطاق { $domain } يسمّي ما لا وجود له: { $names }. يكفّ المستقبِلون عنه؛ احذفه. يقول: { $text }
doctor-spf-term = في سجل SPF للنطاق { $domain } «{ $term }» ولا يفهمه مستقبِل: السجل كله لا قيمة له. يقول: { $text }
doctor-spf-included = سجل SPF للنطاق { $domain } يضم { $name } وليس له سجل SPF: السجل كله لا قيمة له. احذفه أو صحّح الاسم. يقول: { $text }
doctor-spf-everybody = سجل SPF للنطاق { $domain } يسمح لكل جهاز في العالم بأن يرسل باسمه، فلا يثبت شيئًا. غيّره إلى هذا:
doctor-spf-without-us = سجل SPF للنطاق { $domain } لا يسمح لخادم بريدنا ({ $servers }) بالإرسال. إن كانت الرسائل تخرج منه فغيّره إلى هذا؛ وإن كان مزوّدك يرسل من أجهزة أخرى فمكان include الخاص به هنا:
doctor-dkim-found = المفتاح الذي يفحص به المستقبِلون التواقيع (DKIM) قائم في { $at }.
doctor-dkim-guessed = مفتاح DKIM للنطاق { $domain } قائم في { $at }. هل يوقّع به خادم البريد؟ تُظهر ذلك رسالة تجريبية.
doctor-dkim-missing = ينقص مفتاح DKIM في { $at }، فتواقيع خادم البريد لا قيمة لها. يُظهر الخادم المفتاح حين يُشغَّل التوقيع؛ ومكانه هنا بدل النقاط:
doctor-dkim-revoked = سجل DKIM في { $at } بلا مفتاح: سُحب، والتواقيع به تفشل. اجعل خادم البريد ينشئ مفتاحًا جديدًا.
doctor-dkim-broken = لا يمكن قراءة سجل DKIM في { $at } ({ $text }). انسخه من جديد من خادم البريد، بهذا الشكل:
doctor-dkim-short = مفتاح DKIM في { $at } طوله { $bits } بت؛ يريد المستقبِلون 1024 على الأقل، و2048 أفضل. اجعل خادم البريد ينشئ مفتاحًا جديدًا.
doctor-dkim-testing = يقول سجل DKIM في { $at } إنه تجربة (t=y)، فلا يلتفت إليه المستقبِلون. احذف t=y.
doctor-dkim-untold = لم يُعثر على مفتاح DKIM للنطاق { $domain } تحت الأسماء المعتادة. شغّل التوقيع في خادم البريد أو عند المزوّد، وضع السجل الذي يُظهره في DNS، وقل اسمه (selector) في BROADSIDE_DKIM_SELECTOR ليُبحث عنه.
doctor-dmarc-found = سجل DMARC قائم في { $at }: { $text }
doctor-dmarc-watches = سجل DMARC قائم في { $at } ويراقب فحسب (p=none). ما إن تمرّ رسالة تجريبية فإن p=quarantine يمنع غيرك من الكتابة باسمك. يقول: { $text }
doctor-dmarc-missing = ينقص DMARC للنطاق { $domain }: من دونه تنحّي كبار المزوّدين رسائل كثير من المُرسِلين. ضع هذا في DNS:
doctor-dmarc-several = في { $at } عدة سجلات DMARC، وعندئذ لا يأخذ المستقبِلون بأيٍّ منها. أبقِ واحدًا:
doctor-dmarc-broken = لا يمكن قراءة سجل DMARC في { $at } ({ $text }). غيّره إلى هذا:
doctor-exports = { $count ->
    [zero] لا تصدير في { $folder }.
    [one] في { $folder } تصدير واحد. يُحذف بعد يوم من إعداده.
    [two] في { $folder } تصديران. يُحذف كل منهما بعد يوم من إعداده.
    [few] في { $folder } { $count } تصديرات. يُحذف كل منها بعد يوم من إعداده.
    [many] في { $folder } { $count } تصديرًا. يُحذف كل منها بعد يوم من إعداده.
   *[other] في { $folder } { $count } تصدير. يُحذف كل منها بعد يوم من إعداده.
}
doctor-exports-unusable = لا يمكن إعداد أي تصدير في { $folder }: { $error }. أعطِ المجلد للمستخدم الذي يشغّل Broadside، أو أزل ما يقوم مكانه.
