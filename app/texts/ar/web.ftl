# إطار كل صفحة، والصفحات التي تقول إن أمرًا ما غير متاح.

web-house = Broadside
web-skip-link = انتقل إلى المحتوى
web-languages = اللغات
web-masthead-with = مع { $partner }.
web-masthead-run-by = تنظّمها { $group }
web-test-clock = هذه تجربة لها ساعتها الخاصة، وهي تشير إلى { $moment }.
web-imprint = بلا ملفات ارتباط ولا تتبّع. صفّها وطبعها Broadside، وهو برنامج حر.
web-printed-from = للقراءة على { $url }
web-error-mark = خطأ:
web-moment = { $day } في { $time } ({ $zone })

web-not-found-headline = لا شيء معلّق هنا
web-not-found-words = لا توجد صفحة على هذا العنوان. ربما كُتب خطأً، أو قطعه برنامج البريد إلى نصفين.
web-method-headline = ليس من هنا
web-method-words = لا يمكن استخدام هذا العنوان بهذه الطريقة. ارجع إلى الصفحة واضغط الزر الموجود فيها.
web-unreadable-headline = تعذّرت القراءة
web-unreadable-words = ما وصل ليس استمارة نعرفها. ارجع إلى الصفحة واضغط الزر الموجود فيها.
web-too-large-headline = أطول مما ينبغي
web-too-large-words = ما أُرسل أكبر مما تتسع له الاستمارة. ارجع واختصره ثم أرسله من جديد.
web-too-slow-headline = استغرق الأمر وقتاً طويلاً
web-too-slow-words = لم يصل ما أرسلته كاملاً، ولم يُحفظ شيء. ارجع واضغط الزر مرة أخرى؛ اتصال أفضل يساعد.
web-failed-headline = الخطأ منا
web-failed-words = تعطّل شيء عندنا. إن كنت قد ضغطت زرًا للتو فارجع واضغطه مرة أخرى: لا شيء يُحسب مرتين.
web-failed-request = إن كتبت إلينا بشأن ذلك فاذكر هذا الرقم: { $request }
web-busy-headline = ليس الآن
web-busy-words = إما أن عدد الزوار كبير جداً الآن أو أن خللاً وقع عندنا. لم يُحفظ شيء. حاول مرة أخرى بعد قليل.
web-error-home = إلى الصفحة الأولى

web-misdirected-headline = اسم آخر
web-misdirected-words = لا يستجيب المكتب إلا لاسمه. افتحه على { $desk }. إن كنت هناك فعلًا فالخادم الوسيط أمامه لا يمرّر الاسم.
web-elsewhere-headline = ليس من صفحتنا
web-elsewhere-words = لم يأتِ هذا النموذج من صفحة من صفحات المكتب، فلم يُفعل شيء. افتح المكتب واضغط الزر هناك.
web-sign-in-headline = سجّل الدخول أولًا
web-sign-in-words = لم تسجّل الدخول، أو لم تعد مسجّلًا: انتهت الجلسة أو مضى وقتها. لم يتغيّر شيء. سجّل الدخول ثم أرسله من جديد.
web-not-yours-headline = ليس لدورك
web-not-yours-words = دورك في هذه المجموعة لا يصل إلى هذه الصفحة. يستطيع أحد مالكي المجموعة تغيير ذلك.
web-no-more-headline = لم تعد في هذه المجموعة
web-no-more-words = لم تعد عضوًا في هذه المجموعة، فصفحاتها مغلقة أمامك. إن كان ذلك خطأً فاطلب دعوة من أحد مالكيها.
web-error-sign-in = إلى صفحة الدخول
web-error-desk = إلى المكتب
web-partnership-over-headline = انتهت هذه الشراكة
web-partnership-over-words = انتهت الشراكة التي كانت هذه الصفحة جزءًا منها، فلم يعد يُفتح منها شيء. ما يعنيه ذلك لما أخذته موضّح في الشروط التي قُبلت. لم يُحفظ شيء مما أرسلته الآن.
web-suspended-headline = مغلق أمامك حاليًا
web-suspended-words = علّق أحد مالكي هذه المجموعة عضويتك. دورك محفوظ، ولا يُفتح شيء من المجموعة حتى يسمح لك مالك بالدخول مجددًا. لم يُحفظ شيء مما أرسلته الآن.
