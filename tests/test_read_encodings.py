"""Pages in the encodings of the web: declared, undeclared, under a false declaration. All text is fictional."""

from __future__ import annotations

import codecs

import pytest

from crosswire.read.decode import decode, wide_encoding
from crosswire.read.labels import ENCODINGS, encoding_of

FRENCH = (
    "La maire de Valombre, Éloïse Garnier, a déclaré mardi que le conseil réclamera une enquête après "
    "l'incendie du marché couvert. « Nous n'oublierons pas cette nuit-là », a-t-elle ajouté. Les pompiers"
    " ont été appelés à trois heures du matin ; le bâtiment, déjà fragilisé, s'est effondré peu après. "
    "Près de 40 000 € seront versés aux commerçants touchés."
)
GERMAN = (
    "Die Bürgermeisterin von Hohenbrück, Käthe Möller, kündigte am Dienstag an, dass der Stadtrat über "
    "die Schließung der Fähre abstimmen werde. „Wir hören die Bürger“, sagte sie. Für die Anwohner wären "
    "längere Wege nötig, erklärte das Amt für Straßen. Die Gegner prüfen nun eine Klage."
)
SPANISH = (
    "El alcalde de Villanueva del Río, Íñigo Muñoz, aseguró el martes que la inundación dejó a cien "
    "familias sin electricidad. «No habíamos visto algo así en veinte años», señaló. La reconstrucción "
    "costará más de dos millones, según el ayuntamiento, y comenzará en otoño."
)
ENGLISH = (
    "The mayor of Port Ilsen, Ilka Dörr, said on Tuesday that the council would not close the ferry — "
    "“not this year,” she told reporters. The crossing’s café will reopen in June. Residents had asked "
    "for £2 million in repairs, the harbour office’s report said."
)
POLISH = (
    "Burmistrz Jasnogóry, Żaneta Wiśniewska, zapowiedziała we wtorek, że rada miejska nie zgodzi się na "
    "zamknięcie przeprawy promowej. „Mieszkańcy czekają już dwa lata” – powiedziała. Według urzędu koszt "
    "naprawy wyniesie około trzech milionów złotych, a prace mają się rozpocząć w październiku."
)
CZECH = (
    "Starostka Bystřice, Jiřina Dvořáčková, v úterý oznámila, že zastupitelstvo neschválí uzavření "
    "přívozu. „Lidé čekají už dva roky,“ řekla novinářům. Podle úřadu budou opravy stát několik milionů "
    "korun a začnou příští měsíc. Řidiči musejí počítat s objížďkou."
)
HUNGARIAN = (
    "Fűzfő polgármestere, Győri Ágnes kedden közölte, hogy a képviselő-testület nem támogatja a kompjárat"
    " bezárását. „Az emberek két éve várnak erre” – mondta az újságíróknak. A hivatal szerint a felújítás"
    " több millió forintba kerül, és októberben kezdődhet."
)
RUSSIAN = (
    "Мэр города Приреченска Ольга Серова заявила во вторник, что совет не закроет паромную переправу. "
    "«Люди ждут уже два года», — сказала она журналистам. По данным администрации, ремонт обойдётся в "
    "несколько миллионов и начнётся в октябре."
)
UKRAINIAN = (
    "Міська голова Приріченська Оксана Гнатюк заявила у вівторок, що рада не закриє поромну переправу. "
    "«Люди чекають уже два роки», — сказала вона журналістам. За даними управління, ремонт коштуватиме "
    "кілька мільйонів і розпочнеться в жовтні."
)
BULGARIAN = (
    "Кметът на Речна баня Десислава Ангелова заяви във вторник, че общинският съвет няма да затвори "
    "ферибота. „Хората чакат вече две години“, каза тя пред журналисти. Според администрацията ремонтът "
    "ще струва няколко милиона и ще започне през октомври."
)
GREEK = (
    "Η δήμαρχος της Νέας Ακτής, Ελένη Μαυρίδου, δήλωσε την Τρίτη ότι το συμβούλιο δεν θα κλείσει το "
    "πέρασμα. «Οι κάτοικοι περιμένουν δύο χρόνια», είπε στους δημοσιογράφους. Σύμφωνα με τον δήμο, οι "
    "εργασίες θα κοστίσουν αρκετά εκατομμύρια και θα αρχίσουν τον Οκτώβριο."
)
TURKISH = (
    "Yenişehir Belediye Başkanı Gülşah Öztürk, salı günü yaptığı açıklamada meclisin feribot hattını "
    "kapatmayacağını söyledi. Başkan gazetecilere, halkın iki yıldır beklediğini belirtti. Belediyeye "
    "göre onarım çalışmaları ekim ayında başlayacak ve birkaç milyon liraya mal olacak. İlçede ulaşım "
    "ağır aksıyor."
)
HEBREW = (
    "ראש עיריית חוף הארזים, רותם לביא, אמרה ביום שלישי כי המועצה לא תסגור את המעבורת. התושבים מחכים כבר "
    "שנתיים, אמרה לעיתונאים. לפי העירייה, התיקונים יעלו כמה מיליונים ויתחילו בחודש אוקטובר."
)
ARABIC = (
    "قالت رئيسة بلدية مرسى النخيل، سلمى الحداد، يوم الثلاثاء إن المجلس لن يغلق خط العبارة. وأضافت "
    "للصحفيين أن السكان ينتظرون منذ عامين. وبحسب البلدية فإن أعمال الإصلاح ستكلف عدة ملايين وستبدأ في "
    "تشرين الأول."
)
THAI = (
    "นายกเทศมนตรีเมืองท่าทราย นางสาวมาลี ศรีวงศ์ กล่าวเมื่อวันอังคารว่าสภาเมืองจะไม่ปิดเรือข้ามฟาก "
    "ชาวบ้านรอมาสองปีแล้ว เธอกล่าวกับผู้สื่อข่าว สำนักงานเทศบาลระบุว่าการซ่อมแซมจะเริ่มในเดือนตุลาคม"
)
CHINESE = (
    "临河市市长林晓岚星期二表示，市议会不会关闭渡口。她对记者说：“居民已经等了两年。"
    "”据市政府介绍，维修工程将耗资数百万元，预计于十月开始。交通部门提醒司机绕行。"
)
TAIWANESE = (
    "臨河市市長林曉嵐星期二表示，市議會不會關閉渡口。她對記者說：「居民已經等了兩年。"
    "」據市政府介紹，維修工程將耗資數百萬元，預計於十月開始。交通部門提醒司機繞行。"
)
JAPANESE = (
    "港町の市長、森川あかねさんは火曜日、議会は渡し船を廃止しないと述べた。「住民はも"
    "う二年も待っている」と記者団に語った。市役所によると、修理には数百万円がかかり、"
    "十月に始まる見通しだ。"
)
KOREAN = (
    "강변시 시장 한서윤은 화요일 의회가 나루터를 폐쇄하지 않을 것이라고 밝혔"
    "다. 그는 기자들에게 주민들이 벌써 이 년을 기다렸다고 말했다. 시청에 "
    "따르면 수리에는 수백만 원이 들며 시월에 시작될 예정이다."
)
LATVIAN = (
    "Jaunupes mēre Ilze Bērziņa otrdien paziņoja, ka dome neslēgs pārceltuvi. Iedzīvotāji gaida jau divus"
    " gadus, viņa sacīja žurnālistiem. Pēc pašvaldības aplēsēm remonts sāksies oktobrī un maksās vairākus"
    " miljonus."
)
LITHUANIAN = (
    "Naujupio merė Žydrūnė Šimkutė antradienį pranešė, kad taryba neuždarys perkėlos. Gyventojai laukia "
    "jau dvejus metus, sakė ji žurnalistams. Savivaldybės duomenimis, remontas prasidės spalį ir kainuos "
    "kelis milijonus."
)

CASES = [
    (FRENCH, "windows-1252"),
    (GERMAN, "windows-1252"),
    (SPANISH, "windows-1252"),
    (ENGLISH, "windows-1252"),
    (GERMAN, "iso-8859-15"),
    (POLISH, "windows-1250"),
    (POLISH, "iso-8859-2"),
    (CZECH, "windows-1250"),
    (CZECH, "iso-8859-2"),
    (HUNGARIAN, "windows-1250"),
    (HUNGARIAN, "iso-8859-2"),
    (RUSSIAN, "windows-1251"),
    (BULGARIAN, "windows-1251"),
    (UKRAINIAN, "windows-1251"),
    (RUSSIAN, "koi8-r"),
    (UKRAINIAN, "koi8-u"),
    (RUSSIAN, "iso-8859-5"),
    (RUSSIAN, "ibm866"),
    (GREEK, "windows-1253"),
    (GREEK, "iso-8859-7"),
    (TURKISH, "windows-1254"),
    (HEBREW, "windows-1255"),
    (HEBREW, "iso-8859-8"),
    (ARABIC, "windows-1256"),
    (ARABIC, "iso-8859-6"),
    (LATVIAN, "windows-1257"),
    (LITHUANIAN, "windows-1257"),
    (LITHUANIAN, "iso-8859-13"),
    (THAI, "windows-874"),
    (CHINESE, "gbk"),
    (CHINESE, "gb2312"),
    (CHINESE, "gb18030"),
    (TAIWANESE, "big5"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc-jp"),
    (JAPANESE, "iso-2022-jp"),
    (KOREAN, "euc-kr"),
    (ENGLISH, "utf-16-le"),
    (ENGLISH, "utf-16-be"),
    (RUSSIAN, "utf-16-le"),
    (CHINESE, "utf-16-le"),
    (JAPANESE, "utf-16-be"),
    (ENGLISH, "utf-32-le"),
    (RUSSIAN, "utf-32-be"),
]
# Signs that an encoding lacks, and what its writers typed instead.
TYPED = {"„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "—": "-", "–": "-", "€": "EUR", "£": "L", "’": "'"}
NAV = "".join(f'<li class="item-{n}"><a href="/section/{n}/index.html">{n}</a></li>\n' for n in range(12))


def typed(words: str, encoding: str) -> str:
    """The words with the signs that the encoding lacks replaced."""

    def fits(sign: str) -> bool:
        return sign.encode(encoding, "ignore") != b""

    return "".join(sign if fits(sign) else TYPED.get(sign, "?") for sign in words)


def python_name(label: str) -> str:
    return label if label.startswith("utf") or label == "gb2312" else encoding_of(label) or label


def page(words: str, head: str = "") -> str:
    script = "<script>var a = 1; function track(b) { return a + b; }</script>"
    return f"<!doctype html><html><head>{head}{script}</head><body><ul>{NAV}</ul><p>{words}</p></body></html>"


def name_of(value: object) -> str:
    return value if isinstance(value, str) and len(value) < 20 else ""


each = pytest.mark.parametrize(("words", "label"), CASES, ids=name_of)


@each
def test_undeclared_page(words: str, label: str) -> None:
    text = page(typed(words, python_name(label)) + " " + typed(words[: len(words) // 2], python_name(label)))
    assert decode(text.encode(python_name(label)), markup=True).text == text


@each
def test_undeclared_text(words: str, label: str) -> None:
    text = typed(words, python_name(label)) + "\n\n" + typed(words[: len(words) // 2], python_name(label)) + "\n"
    assert decode(text.encode(python_name(label))).text == text


@each
def test_a_page_that_says_utf_8_and_is_not(words: str, label: str) -> None:
    text = page(typed(words, python_name(label)) * 2, '<meta charset="utf-8">')
    assert decode(text.encode(python_name(label)), markup=True).text == text


@each
@pytest.mark.parametrize(
    "form",
    ["<meta charset='{}'>", '<meta http-equiv="Content-Type" content="text/html; charset={}">', "http", "xml"],
)
def test_declared(words: str, label: str, form: str) -> None:
    short = typed(words[:60], python_name(label))
    head, server = ("", f"text/html; charset={label}") if form == "http" else (form.format(label), None)
    text = f'<?xml version="1.0" encoding="{label}"?>\n{page(short)}' if form == "xml" else page(short, head)
    assert decode(text.encode(python_name(label)), content_type=server, markup=True).text == text


FOREIGN = (RUSSIAN, GREEK, HEBREW, ARABIC, THAI, CHINESE, JAPANESE, KOREAN)


@pytest.mark.parametrize(("words", "label"), [case for case in CASES if case[0] in FOREIGN], ids=name_of)
def test_a_western_declaration_around_other_letters_is_not_believed(words: str, label: str) -> None:
    text = page(typed(words, python_name(label)) * 2, '<meta charset="iso-8859-1">')
    assert decode(text.encode(python_name(label)), markup=True).text == text


@pytest.mark.parametrize("words", [FRENCH, GERMAN, SPANISH, ENGLISH])
def test_utf_8_under_an_old_declaration(words: str) -> None:
    text = page(words, '<meta charset="iso-8859-1">')
    assert decode(text.encode(), markup=True).text == text


@pytest.mark.parametrize(
    "words",
    ["£5 million", "The café reopened.", "He said “no”.", "It’s a naïve plan – the mayor’s", "10° C, said Dörr", "€5"],
)
def test_english_with_a_sign_or_two_is_windows_1252(words: str) -> None:
    assert decode(words.encode("cp1252")).text == words


def test_a_foreign_word_in_english_is_heard() -> None:
    words = "The word «нет» was written on the wall of the town hall, and nothing else, on Monday and on Tuesday night."
    assert decode(words.encode("cp1251")).text == words


@pytest.mark.parametrize(
    ("data", "text", "strays", "replaced"),
    [
        ("“No” or ".encode() + b"\x93yes\x94 at a caf\xe9 " + "é".encode() * 4, "“No” or “yes” at a café éééé", 3, 0),
        ("“No” and “ye".encode() + b"s\xe2\x80, he said", "“No” and “yes\ufffd, he said", 0, 1),
        ("“No” and “yes”".encode() + b"\xe2", "“No” and “yes”\ufffd", 0, 1),
        ("“No” – ".encode() + b"a\x81b" + "é".encode(), "“No” – a\ufffdbé", 0, 1),
    ],
)
def test_strays_of_windows_1252_in_utf_8(data: bytes, text: str, strays: int, replaced: int) -> None:
    found = decode(data)
    assert found.text == text
    assert (found.strays, found.replaced) == (strays, replaced)


def test_what_was_encoded_twice_stays_as_it_is() -> None:
    twice = "café".encode().decode("cp1252")
    assert decode(twice.encode()).text == twice == "cafÃ©"


@pytest.mark.parametrize(
    "label", ["utf-7", "unicode_escape", "idna", "punycode", "rot13", "zlib_codec", "hex", "x" * 9]
)
def test_labels_that_are_no_encoding_of_the_web(label: str) -> None:
    assert encoding_of(label) is None
    data = b"+ADw-script+AD4- \\u0041 he said"
    assert decode(data, content_type=f"text/html; charset={label}", markup=True).text == data.decode()


def test_every_label_is_a_text_encoding_that_python_has() -> None:
    for name in set(ENCODINGS.values()):
        assert codecs.lookup(name).name == name
        assert "a".encode(name)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ISO-8859-1", "cp1252"), ("us-ascii", "cp1252"), ("gb2312", "gb18030"), ("x-sjis", "cp932"),
        ("tis-620", "cp874"), ("latin5", "cp1254"), ("ks_c_5601-1987", "cp949"), ("utf-16", "utf-8"),
        ("win-nonsense", None),
    ],
)  # fmt: skip
def test_labels_mean_what_they_mean_on_the_web(label: str, name: str | None) -> None:
    assert encoding_of(label) == name


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"The council\x00 met and \x00 voted on the \x00 plan", None),
        (b"\x00" * 40, None),
        (b"plain", None),
        (RUSSIAN.encode("utf-16-le"), "utf-16-le"),
        (CHINESE.encode("utf-16-be") + "\n".encode("utf-16-be") * 2, "utf-16-be"),
        (ENGLISH.encode("utf-32-be"), "utf-32-be"),
    ],
)
def test_wide_encodings_without_a_mark(data: bytes, name: str | None) -> None:
    assert wide_encoding(data) == name


@pytest.mark.parametrize(
    "data",
    [
        b"\xe9 " * 2_000_000, b"\x80" * 4_000_000, b"<" * 4_000_000 + b"\xe9", b"<script " * 500_000 + b"\xe9" * 10,
        b"\xe9" * 10 + b"<script " * 500_000, b"\x1b$B" * 1_000_000, b"\x00\x01" * 2_000_000,
        "é".encode() * 1_000_000 + b" \xe9 " * 100_000, b"<!" * 2_000_000 + b"\xe9" * 9,
    ],
)  # fmt: skip
def test_hostile_bytes_are_decoded_at_once(data: bytes) -> None:
    assert len(decode(data, markup=True).text) <= len(data)
