# What the doctor and the Setup page find.

doctor-no-base-url = لا عنوان أساس، فروابط الرسائل تقود إلى { $url }، وهو هذا الجهاز وحده. ضع في BROADSIDE_BASE_URL العنوان الذي يستعمله الناس، مثل https://letter.example.org.
doctor-base-url = روابط الرسائل تقود إلى { $url }.
doctor-no-https = عنوان الأساس { $url } بلا https: تسافر الأسماء والعناوين مكشوفة. ضع أمامه خادمًا وسيطًا بشهادة وضع عنوانه https في BROADSIDE_BASE_URL.
doctor-no-proxy-trusted = يستمع Broadside على هذا الجهاز وحده، فخادم وسيط يأتي بالزوار، لكن لا وسيط موثوق: يتشارك الزوار عنوانًا واحدًا فتوقفهم الحدود. ضع BROADSIDE_TRUSTED_PROXIES، ولوسيط على هذا الجهاز 127.0.0.0/8,::1/128.
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
doctor-counts-agree = أُعيد عدّ كل عدد واتفق.
doctor-stuck = بدأ العمل «{ $work }» { $attempts } مرات ولم ينتهِ قط.
doctor-stuck-because = بدأ العمل «{ $work }» { $attempts } مرات ولم ينتهِ قط. آخر فشل: { $error }.
doctor-mails-wait = { PLURAL($count) ->
    [one] رسالة واحدة تنتظر لأن لا خادم بريد: لا أحد يستطيع التأكيد. ضع BROADSIDE_SMTP_URL؛ تُرسل ما إن يبدأ البرنامج به.
   *[other] { $count } من الرسائل تنتظر لأن لا خادم بريد: لا أحد يستطيع التأكيد. ضع BROADSIDE_SMTP_URL؛ تُرسل ما إن يبدأ البرنامج به.
}
doctor-mails-late = { PLURAL($count) ->
    [one] رسالة واحدة تنتظر منذ أكثر من ساعة. آخر جواب للخادم عنها: { $answer }
   *[other] { $count } من الرسائل تنتظر منذ أكثر من ساعة. آخر جواب للخادم عن أقدمها: { $answer }
}
doctor-mails-never-tried = { PLURAL($count) ->
    [one] رسالة واحدة تنتظر منذ أكثر من ساعة. لم تُجرَّب قط: هل يعمل `broadside serve`؟
   *[other] { $count } من الرسائل تنتظر منذ أكثر من ساعة. لم تُجرَّب أقدمها قط: هل يعمل `broadside serve`؟
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
doctor-mail-server-silent = لم يجب خادم البريد خلال خمس ثوانٍ.
doctor-kept-too-long = { PLURAL($count) ->
    [one] في الجدول { $table } صف واحد انقضت مدته ({ $days } يوماً) منذ أكثر من يوم: هل يعمل `broadside serve`؟
   *[other] في الجدول { $table } عدد { $count } من الصفوف انقضت مدتها ({ $days } يوماً) منذ أكثر من يوم: هل يعمل `broadside serve`؟
}
doctor-erasure-unfinished = طُلب محوٌ قبل أكثر من ساعة ولم ينتهِ. يتابعه `broadside serve`؛ وإن لم يفعل فسجلّه يقول السبب.
doctor-kept-well = { PLURAL($soon) ->
    [one] لا يُحفظ شيء بعد انقضاء مدته؛ خلال 7 أيام يُحذف صف واحد (يقول `broadside personal-data --due` أيها).
   *[other] لا يُحفظ شيء بعد انقضاء مدته؛ خلال 7 أيام تُحذف { $soon } من الصفوف (يقول `broadside personal-data --due` أيها).
}
