# Signals
holding-signal-trap = ملأ حقلًا لا يراه الناس
holding-signal-instant = مُلئت أسرع مما يقدر عليه إنسان
holding-signal-quick = مُلئت بسرعة كبيرة
holding-signal-unmeasured = لم يذكر أي برنامج كم استغرق
holding-signal-disposable = عنوان بريد يُرمى بعد الاستعمال
holding-signal-odd-name = الاسم يبدو مولّدًا
holding-signal-odd-address = العنوان يبدو مولّدًا
holding-signal-other-name = لا شيء من الاسم في العنوان
holding-signal-numbered = ينتهي العنوان بثلاثة أرقام أو أكثر
holding-signal-repeated-name = الاسم نفسه من صناديق كثيرة
holding-signal-network = كثيرون من شبكة واحدة
holding-signal-neighbourhood = كثيرون من شبكات متجاورة
holding-signal-domain = كثيرون من نطاق بريد جديد
holding-signal-same-text = كثيرون بالكلام نفسه
holding-signal-regular = أوقات كأنها من آلة
holding-signal-no-work = بلا إثبات عمل أثناء هجوم

# The page of what is held
holding-headline = توقيعات موقوفة: { $title }
holding-none = لا شيء موقوف في هذه اللحظة.
holding-lead = { $n ->
    [zero] لا توقيع موقوف.
    [one] توقيع واحد موقوف إلى أن ينظر فيه أحد.
    [two] توقيعان موقوفان إلى أن ينظر فيهما أحد.
    [few] { $n } توقيعات موقوفة إلى أن ينظر فيها أحد.
    [many] { $n } توقيعًا موقوفًا إلى أن ينظر فيها أحد.
   *[other] { $n } توقيع موقوف إلى أن ينظر فيها أحد.
}
holding-to-held = النظر فيها
holding-words = من أُوقف توقيعه وصلته الصفحة نفسها والرسالة نفسها كالجميع، ويُعدّ حالما تقبله. لا يُرمى شيء. وما يشترك فيه كثيرون ليس علامة وحده، إلا إذا أظهر أكثرهم علامات خاصة بهم.
holding-attacked = منذ { $since } يبدو كثير من التوقيعات الواردة زائفًا: تُعامل الحملة على أنها تحت هجوم.
holding-unconfirmed = { $n ->
    [zero] لا استمارة زائفة بلا تأكيد.
    [one] وهناك استمارة واحدة تبدو زائفة لم يؤكدها مرسلها. لا تُحسب في أي مكان ولا يلزم أن ينظر فيها أحد.
    [two] وهناك استمارتان تبدوان زائفتين لم يؤكدهما مرسلاهما. لا تُحسبان في أي مكان ولا يلزم أن ينظر فيهما أحد.
    [few] وهناك { $n } استمارات تبدو زائفة لم يؤكدها مرسلوها. لا تُحسب في أي مكان ولا يلزم أن ينظر فيها أحد.
    [many] وهناك { $n } استمارة تبدو زائفة لم يؤكدها مرسلوها. لا تُحسب في أي مكان ولا يلزم أن ينظر فيها أحد.
   *[other] وهناك { $n } استمارة تبدو زائفة لم يؤكدها مرسلوها. لا تُحسب في أي مكان ولا يلزم أن ينظر فيها أحد.
}
holding-by-network = بحسب الشبكة
holding-by-domain = بحسب نطاق البريد
holding-by-hour = بحسب ساعة التأكيد
holding-when = متى
holding-held = موقوفة
holding-weights = أوزان العلامات
holding-weights-words = تُجمع أوزان ما يُظهره التوقيع، ومن حدّ معيّن يُوقف. 0 يُبطل العلامة. ما تغيّره يسري على ما يأتي من الآن، وما أُوقف يبقى موقوفًا.
holding-signal = العلامة
holding-weight = الوزن
holding-usual = المعتاد
holding-seen = بين الموقوفة
holding-threshold = يُوقف من
holding-save-weights = حفظ الأوزان
holding-weight-unusable = اكتب عددًا صحيحًا لا يتجاوز 200.
holding-not-saved = لم يُحفظ شيء بعد. صحّح ما هو معلَّم.
holding-venues = أماكن
holding-venues-words = حيث يوقّع كثير من الصادقين من عنوان واحد مدة من الزمن، كما في قاعة مؤتمر، سجّل شبكتها: فلا تكون علامة هناك حينئذ.
holding-venue-name = اسم المكان
holding-venue-network = الشبكة
holding-venue-network-hint = عنوان مثل 203.0.113.7، أو شبكة مثل 203.0.113.0/24 أو 2001:db8:1::/48
holding-venue-from = من
holding-venue-until = إلى
holding-venue-add = إضافة المكان
holding-venue-remove = إزالة
holding-venue-name-missing = اذكر أي مكان هو.
holding-venue-name-long = 120 حرفًا على الأكثر.
holding-venue-network-unreadable = ليس هذا عنوانًا ولا شبكة، مثل 203.0.113.7 أو 203.0.113.0/24.
holding-venue-network-wide = لا مكان له هذا العدد من العناوين: ‎/16 على الأكثر، أو ‎/32 في IPv6.
holding-venue-time-unreadable = اكتب اليوم والوقت، مثل 2018-09-25 09:00.
holding-venue-ends-before = ينتهي قبل أن يبدأ.
holding-done-weights = حُفظت الأوزان.
holding-done-venue = سُجّل المكان.
holding-done-removed = لم يعد المكان مسجّلًا.
