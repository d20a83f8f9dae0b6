# المنشورات الجاهزة: اختيارها، وطرق إرسالها، وعدد مرات فتحها.

posts-headline = قلها لهم بنفسك
posts-lead = كلمات جاهزة لحسابك أنت. لا يُنشر شيء حتى تنشره بنفسك.
posts-to = إلى { $target }
posts-to-role = إلى { $target }، { $role }
posts-elsewhere-title = أو في مكان آخر
posts-elsewhere-words = يُفتح المنشور مكتوبًا في كلٍّ منها، إلا { $networks }: يذهب إليها الرابط وحده، فانسخ الكلمات أولًا.
posts-more = كلمات أخرى وأشخاص آخرون
posts-meanwhile-title = ريثما تصل الرسالة

posts-whom-title = إلى من
posts-whom-button = اعرضه
posts-other = المنشور الذي كنت عنده ليس موجّهًا إلى { $target }. هذا أول منشور موجّه إليه.
posts-session = موعد الكلمة: { $moment }.
posts-answered = جاء الرد في { $day }
posts-acted = جاء الفعل في { $day }

posts-words-title = نص المنشور
posts-length = { $n } من { $limit } بحسب عدّ { $network }
posts-length-free = { PLURAL($n) ->
    [zero] بلا أحرف
    [one] حرف واحد
    [two] حرفان
    [few] { $n } أحرف
    [many] { $n } حرفًا
   *[other] { $n } حرف
}
posts-too-long = النص أطول مما يُسمح به: اختصره قبل نشره.
posts-link-apart = ومعه الرابط: { $url }
posts-link-only = لا يقبل { $network } إلا الرابط. انسخ الكلمات أولًا ثم ألصقها هناك.
posts-named = من لا نعرف له حسابًا على { $network } يُذكر باسمه.
posts-no-address = لا يُعرف هنا بريد { $names }. اكتبه بنفسك.
posts-no-number = لا يُعرف هنا رقم هاتف { $names }. اكتبه بنفسك.
posts-account = على { $network }: { $handle }
posts-edit = غيّر الكلمات كما تشاء. تُرسل إلى هذا الموقع لعدّها، ولا يحتفظ بشيء منها.
posts-uncounted = لا يمكن عدّ الطول الآن. ستخبرك به الشبكة حين تصل إليها.
posts-edited = هذه كلماتك أنت الآن. تذهب مباشرة إلى هناك، ولا تُحسب هذه النقرة.

posts-open-button = افتحه في { $network }
posts-open-words = يُفتح مكتوبًا، وأنت من يضغط زر النشر.
posts-email-button = اكتب البريد
posts-sms-button = اكتب الرسالة القصيرة
posts-device-words = يُفتح مكتوبًا على جهازك، وأنت من يرسله.
posts-copy-words = حدّد الكلمات أعلاه وانسخها، ثم ألصقها حيث تشاء.
posts-copy-button = انسخ الكلمات
posts-copied = تم النسخ
posts-share-button = شارك من هذا الجهاز

posts-ways-title = أين
posts-way-email = بريد إلكتروني
posts-way-sms = رسالة قصيرة
posts-way-copy = نسخ
posts-wordings-title = بكلمات أخرى
posts-letter = اقرأ الرسالة ووقّعها
posts-clicks-link = كم مرة فُتحت هذه المنشورات

posts-server-headline = أي خادم؟
posts-server-lead = ماستودون خوادم كثيرة. يُفتح خادمك والمنشور مكتوب فيه.
posts-server-label = خادمك على ماستودون
posts-server-hint = اسمه وحده، مثل mastodon.social. ولا نحتفظ به.
posts-server-refused = هذا ليس اسمًا عامًا لخادم. اكتب الاسم وحده، مثل mastodon.social: بلا https:// وبلا @ وبلا شرطة مائلة وبلا أرقام عناوين.
posts-server-unasked = لا يمكن فحص اسم الخادم الآن. حاول مرة أخرى بعد قليل.
posts-back = عودة إلى المنشور

posts-leaving-headline = إلى موقع آخر
posts-leaving-lead = يقود هذا إلى { $server }، والمنشور أدناه مكتوب فيه.
posts-leaving-button = تابع إلى { $server }
posts-leaving-words = لا تتابع إلا إن كان لك حساب على هذا الخادم.
posts-leaving-back = إنه خادم آخر

posts-clicks-headline = النقرات على المنشورات
posts-clicks-lead = { PLURAL($n) ->
    [zero] لم يفتح أحد رابط منشور بعد.
    [one] فُتح رابط منشور مرة واحدة.
    [two] فُتحت روابط المنشورات مرتين.
    [few] فُتحت روابط المنشورات { $n } مرات.
    [many] فُتحت روابط المنشورات { $n } مرة.
   *[other] فُتحت روابط المنشورات { $n } مرة.
}
posts-clicks-column = النقرات
posts-clicks-by-post = المنشور
posts-clicks-by-target = إلى من
posts-clicks-by-network = أين
posts-clicks-by-day = اليوم
posts-clicks-meaning-title = ما الذي يُعدّ هنا
posts-clicks-meaning = النقرة فتحُ رابط واحد يقود من هنا إلى شبكة. أما هل نُشر هناك شيء، فلا يراه أحد من هنا.
posts-clicks-limits = لا يُحفظ عنوان ولا ملف تعريف، فنقرتان من شخص واحد تُعدّان مرتين، وتُعدّ كذلك البرامج التي تتبع الروابط. وإذا جاءت نقرات كثيرة جدًا دفعة واحدة من شبكة واحدة مضت كلها في طريقها ولا يُعدّ منها إلا أول 120، ثم 20 في الدقيقة؛ وتبقى تلك الشبكة لأجل ذلك في الذاكرة وحدها ولا تُكتب في أي مكان. ولا يُعدّ البريد ولا الرسائل القصيرة ولا النسخ ولا الكلمات المغيّرة.
posts-clicks-json = الأرقام نفسها لبرامجك (JSON)
