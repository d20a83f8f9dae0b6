# إطار كل صفحة، والصفحات التي تقول إن أمرًا ما غير متاح.

web-house = Broadside
web-skip-link = انتقل إلى المحتوى
web-languages = اللغات
web-masthead-run-by = تنظّمها { $group }
web-test-clock = هذه تجربة لها ساعتها الخاصة، وهي تشير إلى { $moment }.
web-imprint = بلا ملفات ارتباط ولا تتبّع. صفّها وطبعها Broadside، وهو برنامج حر.
web-printed-from = اقرأها ووقّعها على { $url }
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
