# The desk: its first page, the signatures, the setup.

desk-nav = المكتب
desk-nav-home = الحملات
desk-nav-setup = الإعداد
desk-nav-status = الحالة
desk-nav-members = الأعضاء
desk-nav-people = الأشخاص
desk-nav-tasks = مهامك
desk-nav-audit = السجل
desk-sign-out = تسجيل الخروج
desk-home-headline = حملاتك
desk-left = لقد غادرت المجموعة.
desk-needs = ما ينتظرك
desk-need-failures = كتب أحدهم كلمة سر أو رمزًا خاطئًا لحسابك { $count } مرات متتالية. إن لم تكن أنت فاختر كلمة سر أطول وأضف خطوة ثانية.
desk-need-account = إلى حسابك
desk-need-mail-server = لا خادم بريد مُعدّ، و{ $count } من الرسائل تنتظر: لا أحد يستطيع تأكيد توقيع.
desk-need-setup = إلى الإعداد
desk-need-second-step = لا خطوة ثانية في حسابك: من يقرأ بريدك يستطيع الدخول باسمك.
desk-need-second-step-asked = تطلب مجموعة تعمل فيها خطوة ثانية من أعضائها: تظهر حملاتها متى صارت لديك واحدة.
desk-need-owner = لا مالك للمجموعة { $group }، فلا أحد يرى حملاتها هنا. على الخادم: broadside account invite EMAIL --group { $group }
desk-no-group = لا تنتمي إلى أي مجموعة بعد، أو لم تعد تنتمي. اطلب دعوة من أحد مالكيها.
desk-no-campaign = لا حملة بعد. اكتب الأولى: عنوانًا، وما تطلبون، والرسالة.
desk-no-campaign-files = أو اكتبها ملفات على الخادم وأدخلها:
desk-form-new = حملة جديدة
desk-form-edit = كلمات «{ $campaign }»
desk-form-to-words = غيّر كلماتها
desk-form-language = أو ابدأها بلغة أخرى:
desk-form-campaign = الحملة
desk-form-letter = الرسالة
desk-form-letter-hint = من يوقّع يوقّع هذه الكلمات. إن غيّرتها لاحقًا نالت الجديدة نسخة خاصة بها وبقي ما وُقّع كما كان.
desk-form-letter-open = التوقيع
desk-form-mail = من يكتب إلى الموقّعين
desk-form-public = العنوان والنشر
desk-form-title = العنوان الكبير
desk-form-title-hint = كلمات قليلة، بأكبر ما تسمح به الصفحة.
desk-form-ask = ما تطلبون
desk-form-ask-hint = جملة واحدة.
desk-form-addressee = إلى من
desk-form-addressee-hint = كما يرد في الرسالة: «مجلس المدينة».
desk-form-summary = في سطرين
desk-form-summary-hint = لمحركات البحث والروابط المشتركة. إن تُرك فارغًا فهو ما تطلبون.
desk-form-letter-title = عنوان الرسالة نفسها
desk-form-letter-title-hint = إن تُرك فارغًا فهو عنوان الحملة.
desk-form-body = الرسالة
desk-form-body-hint = سطر فارغ بين الفقرات؛ *مائل*، **عريض**، # لعنوان، شرطة لقائمة، [كلمات](https://example.org) لرابط.
desk-form-letter-status = الرسالة
desk-form-letter-is-open = تقبل التواقيع
desk-form-letter-is-closed = مغلقة وتبقى مقروءة
desk-form-sender-name = مُرسِل الرسائل
desk-form-sender-name-hint = الاسم الذي يظهر في صندوق البريد.
desk-form-sender-address = عنوان المُرسِل
desk-form-sender-address-hint = عنوان يجوز لخادم بريدكم أن يرسل منه؛ تقول صفحة الإعداد هل يجوز.
desk-form-contact = عنوان للأسئلة
desk-form-contact-hint = يراه الموقّعون بجانب ما يُحفظ عنهم. يجوز تركه فارغًا.
desk-form-slug = عنوان الويب
desk-form-slug-hint = ما يأتي بعد /campaigns/: حروف لاتينية صغيرة وأرقام وشرطات. إن تُرك فارغًا صيغ من العنوان الكبير. لا يتغيّر لاحقًا.
desk-form-time-zone = المنطقة الزمنية
desk-form-time-zone-hint = القارة والمدينة، مثل Europe/Madrid: بها تُذكر الأوقات في الصفحات.
desk-form-status = الحالة
desk-form-status-hint = المسودة لا يراها إلا أنت وزملاؤك.
desk-form-draft = مسودة
desk-form-published = منشورة
desk-form-closed = مغلقة: تُعرض ولا تقبل أسماء
desk-form-see = انظر كيف ستبدو الرسالة
desk-form-make = أنشئ الحملة
desk-form-save = احفظ
desk-form-insist = احفظها كما هي هنا
desk-form-preview = كيف ستبدو الرسالة
desk-form-preview-words = لم يُحفظ شيء بعد.
desk-form-faults = لم يُحفظ شيء بعد. هناك ما يجب إصلاحه:
desk-form-changed = سبقك غيرك
desk-form-changed-words = بينما كانت هذه الصفحة مفتوحة لديك حفظ غيرك الحملة. لم يُحفظ شيء مما كتبت. حيث يختلفان يُعرض الاثنان: غيّر كلماتك، أو احفظها فوق الأخرى.
desk-form-leave = اتركها كما هي
desk-form-stands = ما حفظه غيرك هناك:
desk-fault-missing = اكتب شيئًا هنا.
desk-fault-too-long = { $count } حرفًا أكثر مما يجوز؛ الحد { $most }.
desk-fault-control = في هذا النص علامة خفية تفسده. احذفها بكتابة الكلمات حولها من جديد.
desk-fault-slug = حروف لاتينية صغيرة وأرقام وشرطات مفردة، 60 على الأكثر، مثل our-demands.
desk-fault-address = هذا عنوان لا يصل إليه بريد. اكتبه مثل team@example.org.
desk-fault-time-zone = هذه ليست منطقة زمنية. اكتب القارة والمدينة، مثل Europe/Madrid.
desk-fault-taken = هناك حملة بعنوان الويب هذا. اختر غيره.
desk-fault-html = السطر { $line }: «{ $tag }» من HTML، وهو يُحذف من الرسائل. اكتب *مائل* أو **عريض**.
desk-fault-picture = السطر { $line }: لا يمكن أن تقف صورة داخل رسالة.
desk-fault-link = السطر { $line }: يقود الرابط إلى «{ $url }» ولا أحد يستطيع اتباعه. اكتبه كاملًا، مثل https://example.org/page أو mailto:team@example.org.
desk-campaign = الحملة
desk-state = الحالة
desk-signatures = التوقيعات
desk-mails-waiting = رسائل تنتظر
desk-campaign-draft = مسودة
desk-campaign-open = مفتوحة
desk-campaign-closed = مغلقة
desk-look = ابحث
desk-signatures-page = إلى صفحة الحملة
desk-next = المزيد
desk-export = خذها جدولًا (CSV)
desk-setup-headline = الإعداد
desk-setup-all-well = لا خلل. جُرّب كل شيء للتو.
desk-setup-so-far = لا خلل فيما يُرى من هنا. جرّب الباقي الآن.
desk-setup-try-words = يخاطب خادم البريد، ويسأل DNS عن نطاقات المُرسِلين (SPF وDKIM وDMARC)، ويفتح عنوان هذه النسخة. يستغرق بضع ثوانٍ ولا يغيّر شيئًا.
desk-setup-try = جرّب كل شيء
desk-setup-mail-words = رسالة واحدة إلى { $email } تُسلَّم وأنت تنتظر.
desk-setup-mail = أرسل إليّ رسالة تجريبية
desk-setup-mailed = أخذ خادم البريد الرسالة. انظر هل تصل إلى { $email } وأين.
desk-setup-mail-refused = لم يأخذ خادم البريد الرسالة: { $reason }
desk-setup-record-name = الاسم
desk-setup-record-kind = النوع
desk-setup-record-value = القيمة
desk-setup-lead = أمور تمنع هذه النسخة من عملها. ما هي وما العمل:
desk-setup-wrong = يجب إصلاحه
desk-setup-notes = للعلم
desk-setup-well = سليم
desk-colophon = ملف ارتباط واحد يبقيك مسجّلًا، ولا شيء غيره يتبعك.
desk-lately = المؤكَّدة خلال ٢٤ ساعة
desk-needs-you = بانتظارك
desk-needs-nothing = لا شيء الآن.
desk-need-restored = { $count ->
    [zero] لا تنتظر أي حملة جمع مال.
    [one] تنتظر حملة جمع مال واحدة منذ استرجاع نسخة احتياطية: لا يُخصم من أي بطاقة.
    [two] تنتظر حملتا جمع مال منذ استرجاع نسخة احتياطية: لا يُخصم من أي بطاقة.
    [few] تنتظر { $count } حملات جمع مال منذ استرجاع نسخة احتياطية: لا يُخصم من أي بطاقة.
    [many] تنتظر { $count } حملة جمع مال منذ استرجاع نسخة احتياطية: لا يُخصم من أي بطاقة.
   *[other] تنتظر { $count } حملة جمع مال منذ استرجاع نسخة احتياطية: لا يُخصم من أي بطاقة.
}
desk-need-to-restored = انظر فيها
desk-need-held = { PLURAL($count) ->
    [one] توقيع واحد موقوف إلى أن ينظر فيه أحد.
    [two] توقيعان موقوفان إلى أن ينظر فيهما أحد.
    [few] { $count } تواقيع موقوفة إلى أن ينظر فيها أحد.
    [many] { $count } توقيعًا موقوفًا إلى أن ينظر فيها أحد.
   *[other] { $count } توقيع موقوف إلى أن ينظر فيها أحد.
}
desk-need-to-held = انظر فيها
desk-need-to-outbox = إلى صندوق الصادر
desk-need-lost-mails = { PLURAL($count) ->
    [one] رسالة واحدة لم تصل في الأيام السبعة الأخيرة: عنوانها غير موجود أو رفضها الخادم.
    [two] رسالتان لم تصلا في الأيام السبعة الأخيرة: عنوان غير موجود أو خادم رفضهما.
    [few] { $count } رسائل لم تصل في الأيام السبعة الأخيرة: عناوين غير موجودة أو خادم رفضها.
   *[other] { $count } رسالة لم تصل في الأيام السبعة الأخيرة: عناوين غير موجودة أو خادم رفضها.
}
desk-need-unconfirmed = { PLURAL($count) ->
    [one] استمارة واحدة أُرسلت قبل أكثر من يوم ولم تُؤكَّد. من ضاعت رسالته يستطيع طلب رابط جديد.
    [two] استمارتان أُرسلتا قبل أكثر من يوم ولم تُؤكَّدا. من ضاعت رسالته يستطيع طلب رابط جديد.
    [few] { $count } استمارات أُرسلت قبل أكثر من يوم ولم تُؤكَّد. من ضاعت رسالته يستطيع طلب رابط جديد.
   *[other] { $count } استمارة أُرسلت قبل أكثر من يوم ولم تُؤكَّد. من ضاعت رسالته يستطيع طلب رابط جديد.
}
desk-need-new-link = صفحة طلب رابط جديد، لتمريرها
desk-need-invitations = { PLURAL($count) ->
    [one] دعوة واحدة تنتظر جوابها.
    [two] دعوتان تنتظران جوابيهما.
    [few] { $count } دعوات تنتظر أجوبتها.
   *[other] { $count } دعوة تنتظر أجوبتها.
}
desk-need-base-url = تبدأ الروابط في الرسائل بـ { $url }، وهو يعمل على هذا الجهاز وحده.
desk-need-stuck = بعض عمل البرنامج متعثّر.
desk-glance-as-of = حتى { $moment }، بساعات { $zone } وأيامها.
desk-glance-to-signatures = إلى التواقيع
desk-glance-to-targets = إلى المخاطَبين
desk-glance-to-statements = إلى التصريحات
desk-glance-time = التوقيع
desk-glance-spans = إلى أي مدى
desk-glance-span-day = ٢٤ ساعة
desk-glance-span-week = ٧ أيام
desk-glance-span-month = ٣٠ يومًا
desk-glance-span-all = الكل
desk-glance-stand = تواقيع قائمة
desk-glance-sent = استمارات أُرسلت
desk-glance-confirmed = أُكِّدت
desk-glance-part = ما أُكِّد مما أُرسل
desk-glance-percent = { $part }٪
desk-glance-withdrawn = سُحبت
desk-glance-clicks = نقرات على المنشورات
desk-glance-hour = الساعة
desk-glance-day = اليوم
desk-glance-month = الشهر
desk-glance-drawing = استمارات أُرسلت وتواقيع أُكِّدت
desk-glance-highest = الأعلى عند { $when }: أُرسلت { $sent }، وأُكِّد { $confirmed }. كل الأرقام في الجدول أدناه.
desk-glance-nothing = لم يحدث شيء في هذه المدة.
desk-glance-how = الإطار الفارغ استمارة أُرسلت، والعمود المملوء توقيع أُكِّد حينها. من يرسل الاستمارة مرتين يُعدّ مُرسِلًا مرتين ومؤكِّدًا مرة؛ وما سُحب لاحقًا يبقى معدودًا هنا.
desk-glance-table = الأمر نفسه بالأرقام
desk-glance-from = من أين جاؤوا
desk-glance-from-words = التواقيع القائمة الآن وكل نقرة على منشور: منذ البداية، أيًّا كانت المدة المختارة أعلاه.
desk-glance-from-nothing = لا شيء معروف بعد: لا توقيع يقول أكثر من اسمه، ولم يُنقر منشور.
desk-glance-relations = صلتهم بالمخاطَب
desk-glance-sources = الرابط الذي أتى بهم
desk-glance-languages = اللغة
desk-glance-countries = البلد
desk-glance-clicks-network = النقرات بحسب الشبكة
desk-glance-clicks-post = النقرات بحسب المنشور
desk-glance-unsaid = لم يُذكر
desk-glance-no-source = رابط بلا رمز
desk-glance-others = { PLURAL($count) ->
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $count } آخرون
   *[other] { $count } غيرهم
}
desk-nav-personal-data = البيانات الشخصية
desk-retention = مدة حفظ الأشياء
desk-retention-headline = كم تحفظ «{ $campaign }» الأشياء
desk-retention-lead = لا يُحفظ شيء أطول مما يسمح به البرنامج، وقد تحفظ الحملة الأشياء مدة أقصر. عندئذ يقول إشعار الخصوصية ما هو مكتوب هنا.
desk-retention-days = بالأيام
desk-retention-mails = ملاحظات الرسائل
desk-retention-mails-hint = أن رسالة أُرسلت وبماذا أجاب الخادم. من 2 إلى 30 يومًا.
desk-retention-withdrawn = ما قاله توقيع سُحب
desk-retention-withdrawn-hint = بعد سحبه. من 1 إلى 30 يومًا.
desk-retention-ended = من وقّع، بعد إغلاق الحملة
desk-retention-ended-hint = من 1 إلى 3650 يومًا؛ اتركه فارغًا لتُحفظ التواقيع ما دامت قائمة. تذهب الأسماء والعناوين والرموز البريدية والتعليقات والموافقات نهائيًا، وتبقى التواقيع معدودة.
desk-retention-error = اكتب عددًا صحيحًا من { $fewest } إلى { $most }.
desk-retention-look = انظر ما الذي سيذهب
desk-retention-only-owner = المالك وحده يستطيع تغييره.
desk-retention-saved = حُفظ. ما انتهت مدته يذهب خلال ساعة.
desk-retention-changed = بينما كانت هذه الصفحة مفتوحة عندك غيّرها شخص آخر. لم يُحفظ شيء مما كتبت بعد: احفظ مرة أخرى إن أصررت.
desk-retention-preview = ما يذهب ومتى
desk-retention-preview-typed = كما كتبته، دون حفظ.
desk-retention-preview-stands = كما هو محفوظ.
desk-retention-day = خلال يوم
desk-retention-week = خلال ٧ أيام
desk-retention-month = خلال ٣٠ يومًا
desk-retention-of-sign-on = استمارات أُرسلت
desk-retention-of-link-request = من طلب رابطًا جديدًا
desk-retention-of-mail = ملاحظات الرسائل
desk-retention-of-signature = ما قالته التواقيع المسحوبة
desk-retention-of-consent = موافقات سُحبت
desk-retention-kept-made = { $days ->
    [one] بعد يوم من إنشائه
    [two] بعد يومين من إنشائه
    [few] بعد { $days } أيام من إنشائه
   *[other] بعد { $days } يومًا من إنشائه
}
desk-retention-kept-withdrawn = { $days ->
    [one] بعد يوم من سحبه
    [two] بعد يومين من سحبه
    [few] بعد { $days } أيام من سحبه
   *[other] بعد { $days } يومًا من سحبه
}
desk-retention-end = بعد النهاية
desk-retention-end-never = { $count ->
    [zero] لا تواقيع قائمة بعد. يبقى من وقّع معروفًا ما دام توقيعه قائمًا.
    [one] توقيع واحد قائم. يبقى من وقّع معروفًا ما دام قائمًا.
    [two] توقيعان قائمان. يبقى من وقّع معروفًا ما دام توقيعه قائمًا.
    [few] { $count } تواقيع قائمة. يبقى من وقّع معروفًا ما دام توقيعه قائمًا.
   *[other] { $count } توقيعًا قائمًا. يبقى من وقّع معروفًا ما دام توقيعه قائمًا.
}
desk-retention-end-open = الحملة غير مغلقة. بعد إغلاقها بمدة (بالأيام: { $days }) لن يستطيع أحد معرفة من وقّع. عدد التواقيع حتى الآن: { $count }. تبقى معدودة وتنتهي روابطها الخاصة.
desk-retention-end-closed = وُجدت الحملة مغلقة. ابتداءً من { $day } لن يستطيع أحد معرفة من وقّع. عدد التواقيع: { $count }. تبقى معدودة وتنتهي روابطها الخاصة. وإن فُتحت رسالة قبل ذلك يؤجَّل الأمر.
desk-record-lead = ما يطلبه القانون من { $group } (اللائحة العامة لحماية البيانات، المادة ٣٠)، مصنوعًا من البرنامج نفسه: كل عمود في قاعدة البيانات قد يحمل شيئًا شخصيًا مصرَّح به، ومن هذه التصريحات تُصنع هذه الصفحة.
desk-record-campaigns = من المسؤول عنها ومن يتلقاها غيره
desk-record-no-campaign = ليس للمجموعة حملة بعد، فلا تحفظ شيئًا عن أحد سوى أعضائها.
desk-record-contact = جهة الاتصال
desk-record-recipients = يتلقى العناوين، حيث وافق أصحابها
desk-record-activities = ما يُحفظ، بحسب الغرض منه
desk-record-security = كيف يُحمى
desk-record-columns = كل الأعمدة

desk-status-headline = الحالة
desk-status-as-of = حتى { $moment }. يُروى ما أُنجز منذ { $since }، ربع ساعة على الأكثر، وعن العملية التي تجيب هنا ({ $node })؛ أما ما ينتظر فهو للجميع.
desk-status-again = انظر من جديد
desk-status-found = ما يستحق النظر
desk-status-well = لم يتعثّر شيء: كل من أتى أُجيب، ولا شيء ينتظر بلا داعٍ.
desk-status-wrong = يحتاج إلى إصلاح:
desk-status-silent = قاعدة البيانات لا تجيب. يبقى معروضًا ما قُرئ من قبل، ولا يستطيع أحد التوقيع حتى تعود.
desk-status-failed = { $count ->
    [zero] لم يفشل أي جواب.
    [one] فشل جواب واحد: رأى أحدهم صفحة تقول ذلك. السبب في السجل.
    [two] فشل جوابان: رأى أحدهم صفحة تقول ذلك. السببان في السجل.
    [few] فشلت { $count } أجوبة: رأى أحدهم صفحة تقول ذلك. الأسباب في السجل.
    [many] فشل { $count } جوابًا: رأى أحدهم صفحة تقول ذلك. الأسباب في السجل.
   *[other] فشل { $count } جواب: رأى أحدهم صفحة تقول ذلك. الأسباب في السجل.
}
desk-status-turned-away = { $count ->
    [zero] لم يُطلب من أحد أن يعود لاحقًا.
    [one] طُلب من شخص واحد أن يعود بعد ثانيتين، مع حفظ استمارته: أتى أكثر مما يمكن حفظه.
    [two] طُلب من شخصين أن يعودا بعد ثانيتين، مع حفظ استمارتيهما: أتى أكثر مما يمكن حفظه.
    [few] طُلب من { $count } أشخاص أن يعودوا بعد ثانيتين، مع حفظ استماراتهم: أتى أكثر مما يمكن حفظه.
    [many] طُلب من { $count } شخصًا أن يعودوا بعد ثانيتين، مع حفظ استماراتهم: أتى أكثر مما يمكن حفظه.
   *[other] طُلب من { $count } شخص أن يعودوا بعد ثانيتين، مع حفظ استماراتهم: أتى أكثر مما يمكن حفظه.
}
desk-status-behind = { $count ->
    [zero] لا توقيع مُرسَل ينتظر النظر فيه،
    [one] توقيع مُرسَل واحد ينتظر النظر فيه قبل كتابة رسالته،
    [two] توقيعان مُرسَلان ينتظران النظر فيهما قبل كتابة رسالتيهما،
    [few] { $count } توقيعات مُرسَلة تنتظر النظر فيها قبل كتابة رسائلها،
    [many] { $count } توقيعًا مُرسَلًا تنتظر النظر فيها قبل كتابة رسائلها،
   *[other] { $count } توقيع مُرسَل تنتظر النظر فيها قبل كتابة رسائلها،
} { $minutes ->
    [zero] منذ أقل من دقيقة.
    [one] منذ دقيقة واحدة.
    [two] أولها منذ دقيقتين.
    [few] أولها منذ { $minutes } دقائق.
    [many] أولها منذ { $minutes } دقيقة.
   *[other] أولها منذ { $minutes } دقيقة.
}
desk-status-server-rests = خادم البريد لا يخدم. تُعاد المحاولة بعد { $seconds ->
    [zero] لحظة.
    [one] ثانية واحدة.
    [two] ثانيتين.
    [few] { $seconds } ثوانٍ.
    [many] { $seconds } ثانية.
   *[other] { $seconds } ثانية.
} تنتظر الرسائل في أثناء ذلك ولا يضيع منها شيء.
desk-status-domains-rest = { $count ->
    [zero] لا نطاق بريد يؤجّل الرسائل.
    [one] نطاق بريد واحد يؤجّل الرسائل ويُترك وشأنه حينًا. رسائل غيره تمضي.
    [two] نطاقا بريد يؤجّلان الرسائل ويُتركان وشأنهما حينًا. رسائل غيرهما تمضي.
    [few] { $count } نطاقات بريد تؤجّل الرسائل وتُترك وشأنها حينًا. رسائل غيرها تمضي.
    [many] { $count } نطاق بريد تؤجّل الرسائل وتُترك وشأنها حينًا. رسائل غيرها تمضي.
   *[other] { $count } نطاق بريد تؤجّل الرسائل وتُترك وشأنها حينًا. رسائل غيرها تمضي.
}
desk-status-slow-disk = مرة من كل مئة استغرق حفظ التوقيعات أكثر من عُشر ثانية (في حدود { $time }): القرص بطيء أو مشغول.
desk-status-lately = ربع الساعة الأخير
desk-status-sign-ons = توقيعات مُرسَلة
desk-status-confirmations = تأكيدات
desk-status-mails-sent = رسائل أُرسلت
desk-status-mails-waiting = رسائل تنتظر
desk-status-answers = أجوبة
desk-status-from-memory = صفحات عامة من الذاكرة
desk-status-drawing = التوقيعات المُرسَلة والتأكيدات دقيقة بدقيقة
desk-status-highest = الأكثر في الدقيقة التي تبدأ { $when }: عدد التوقيعات المُرسَلة { $sent }. في الجدول أدناه كل الأرقام.
desk-status-nothing = لا توقيع في هذا الوقت.
desk-status-how = الإطار للتوقيعات المُرسَلة، والعمود الممتلئ للتأكيدات. الدقيقة الأخيرة لم تنتهِ بعد.
desk-status-minutes = الشيء نفسه بالأرقام
desk-status-minute = الدقيقة
desk-status-away = طُلب العود لاحقًا
desk-status-failures = فشل
desk-status-storing = كيف يجري الحفظ
desk-status-storing-words = ما ينتظر يُحفظ معًا، ويُشكر عليه حين يصير على القرص.
desk-status-queue = ما يُحفظ
desk-status-queue-sign-ons = توقيعات مُرسَلة
desk-status-queue-confirmations = تأكيدات
desk-status-queue-clicks = نقرات على المنشورات
desk-status-stored = حُفظ
desk-status-together = معًا في كل مرة
desk-status-half = النصف في حدود
desk-status-nearly-all = ‏99 من 100 في حدود
desk-status-mail = ما آلت إليه الرسائل
desk-status-mail-sent = قبلها خادم البريد
desk-status-mail-later = أُجّلت وتُعاد محاولتها
desk-status-mail-bounced = رُفضت
desk-status-mail-failed = تُخلّي عنها
desk-status-mail-dropped = لم يبقَ ما يقال
desk-status-routes = سرعة إجابة الصفحات
desk-status-routes-words = الأكثر طلبًا. يظهر نمط العنوان وحده، فلا يُكشف رابط ولا اسم.
desk-status-route = العنوان
desk-status-elsewhere = لا صفحة كهذه
desk-status-machine = الجهاز
desk-status-version = الإصدار
desk-status-database = قاعدة البيانات
desk-status-size = حجم قاعدة البيانات
desk-status-room = المتاح على قرصها
desk-status-memory = ذاكرة هذه العملية
desk-status-undecided = توقيعات مُرسَلة لم تتقرر رسالتها بعد
desk-status-megabytes = { $count } م.ب
desk-status-milliseconds = { $count } مث
desk-status-microseconds = { $count } مكث
desk-status-seconds = { $count } ث
desk-status-over = أكثر من { $time }
desk-need-endorsements = { PLURAL($count) ->
    [one] تأييد منظمة واحدة ينتظر من ينظر فيه.
    [two] تأييدا منظمتين ينتظران من ينظر فيهما.
    [few] تأييدات { $count } منظمات تنتظر من ينظر فيها.
    [many] تأييدات { $count } منظمة تنتظر من ينظر فيها.
   *[other] تأييدات { $count } منظمة تنتظر من ينظر فيها.
}
desk-need-to-endorsements = إلى التأييدات
desk-glance-to-endorsements = إلى التأييدات
desk-glance-to-events = إلى الفعاليات
desk-glance-to-versions = صيغها
desk-form-reason = سبب تغيير كلماتها
desk-form-reason-hint = يقرؤه الجميع بجانب ما يختلف، ومن وقّعوا من قبل إن سمحت بإبلاغهم. لازم إن كان هناك من وقّع.
desk-fault-unreasoned = وقّع أناس الكلمات كما كانت: قل لماذا تتغيّر.

desk-glance-to-partners = إلى الجهات الشريكة
desk-partners = أنت تدخل باسم هذه الجهات
desk-partners-words = تفتح كل جهة موقّعيها وملفاتها وحصتها، ولا شيء من مكتب الحملة.
desk-partnership-over = انتهت الشراكة، ولم يعد يُفتح منها شيء.
desk-glance-to-deliveries = إلى التسليم
desk-glance-to-goals = إلى الأهداف
desk-glance-to-fundraisers = حملات جمع المال
desk-glance-to-giver-words = ما يقوله المتبرّعون
