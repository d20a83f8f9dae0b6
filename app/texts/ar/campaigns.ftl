# قائمة الحملات.

campaigns-home-headline = ما يطالب به الناس
campaigns-home-description = رسائل مفتوحة تقرؤها وتوقّعها هنا.
campaigns-home-run-by = تنظّمها { $group }
campaigns-home-no-signatures = لا تواقيع بعد
campaigns-home-closed = مغلقة
campaigns-home-empty = لا حملة معلّقة هنا بعد.
campaigns-home-empty-words = الحملة مجلّد من الملفات. أدخل واحدًا فيظهر هنا في الحال:

campaigns-card-alt = بطاقة مشاركة: «{ $headline }». عدد الموقّعين: { $n }.
campaigns-card-alt-target = بطاقة مشاركة إلى { $target }: «{ $headline }». عدد الموقّعين: { $n }.

campaigns-record-asked = سؤال إلى { $whom }
campaigns-record-replied = رد { $whom }
campaigns-record-said = قال { $whom } علنًا
campaigns-record-no-reply = { $days ->
    [one] لا رد منذ يوم واحد.
    [two] لا رد منذ يومين.
    [few] لا رد منذ { $days } أيام.
    [many] لا رد منذ { $days } يومًا.
   *[other] لا رد منذ { $days } يوم.
}
campaigns-record-no-reply-at-least = { $days ->
    [one] لا رد منذ يوم واحد على الأقل.
    [two] لا رد منذ يومين على الأقل.
    [few] لا رد منذ { $days } أيام على الأقل.
    [many] لا رد منذ { $days } يومًا على الأقل.
   *[other] لا رد منذ { $days } يوم على الأقل.
}
campaigns-record-no-reply-so-far = لا رد حتى الآن.
campaigns-record-asked-then = السؤال كما أُرسل:
campaigns-record-hidden = يخفي المنظمون هذا الرد. ويقولون لماذا: { $why }
campaigns-record-translated = مترجمًا:
campaigns-record-speaker = تحدث باسمهم { $speaker }.
campaigns-record-by-link = أُرسل عبر رابط خاص بعثه المنظمون بالبريد؛ ولم يحرره أحد. ولم يُثبت أحد مَن أرسله.
campaigns-record-by-link-mailed = أُرسل عبر رابط خاص بعثه المنظمون بالبريد إلى عنوان في { $domain } يوم { $day }؛ ولم يحرره أحد. ولم يُثبت أحد مَن أرسله.
campaigns-record-source = المصدر: { $source }
campaigns-record-file = كما وصل
