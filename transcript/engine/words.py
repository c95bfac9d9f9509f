"""The words by which languages name people, roles and parts of a page: the lexicon of the engine.

Only closed classes stand here: forms of address, words for who asks and who answers, words that head a field or a
section and never a person, the grammar words that betray a sentence. No names. Entries are folded: lower case,
without
accents and full stops.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Lower case without accents, full stops and typographic variants, for comparing."""
    if word.isascii():
        return word.lower().replace(".", "").replace("`", "'")
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'").replace("‘", "'").replace("–", "-"))
    return "".join(char for char in plain if not unicodedata.combining(char)).replace(".", "")


def _set(text: str) -> frozenset[str]:
    return frozenset(fold(word.replace("_", " ")) for word in text.split())


HONORIFICS = _set("""
madam fru hr sigra seu mother
dr doctor prof professor mr mrs ms miss mx sir dame lord lady baroness rev reverend father fr sister brother rabbi
imam pastor
bishop archbishop cardinal hon honorable honourable judge justice chief sen senator rep representative congressman
congresswoman
delegate gov governor pres president vice lieutenant chair chairman chairwoman chairperson speaker secretary
undersecretary minister
ambassador mayor councillor councilman councilwoman councilmember commissioner general gen col colonel maj major capt
captain lt
sgt sergeant cpl cmdr commander adm admiral officer detective det inspector agent attorney solicitor coach king queen
prince princess
herr frau dipl ing med prasident prasidentin vizeprasident vizeprasidentin alterspräsident alterspräsidentin
bundesprasident
bundeskanzler bundeskanzlerin bundesminister bundesministerin staatssekretar staatssekretarin staatsminister
staatsministerin abg abgeordneter abgeordnete
m mm mme mmes mlle monsieur madame mademoiselle maitre me docteur docteure professeur professeure presidente ministre
depute deputee senateur senatrice
sr sra srta sres senor senora senorita don dona dra licenciado licenciada lic senador senadora diputado diputada
presidenta
senhor senhora dom deputado deputada doutor doutora ministro ministra
sig signor signora signorina dott dottor dottore dottoressa dottssa on onorevole avv avvocato presidente
д د دكتور الدكتور الدكتورة أستاذ الأستاذ الأستاذة السيد السيدة ד"ר פרופ' פרופ גב' גב מר הרב
г-н г-жа господин госпожа доктор профессор президент министр депутат сенатор председатель
ps pc dc ds wpc insp supt freiherr graf hc h c shri smt shrimati kumari
poseł posłanka marszałek wicemarszałek pan pani wiceminister
dhr heer mevr meneer mevrouw mw drs voorzitter staatssecretaris
poslanec poslankyně poslankyňa ministr ministryně ministerka předseda předsedkyně predseda predsedníčka místopředseda
místopředsedkyně podpredseda podpredsedníčka senátor senátorka náměstek
statsråd statsminister minister talman talmannen ordfører stortingspresident
domnul doamna domnule deputat deputatul ministrul
sayın milletvekili başkan bakan κυριος κυρια υπουργος βουλευτης
ông bà đồng_chí bapak ibu pak bu آقای خانم جناب श्री श्रीमती
пан пані народний пане
""")
TITLES_OF_OFFICE = _set("""
president chair chairman chairwoman chairperson speaker secretary minister prasident prasidentin vizeprasident
vizeprasidentin presidente presidenta
judge justice court clerk witness foreman president председатель президент governor mayor ambassador officer senator
general voorzitter předseda předsedající predseda predsedajúci marszałek talman talmannen formand formanden ordfører
elnök puhemies голова головуючий председательствующий președinte președintele πρόεδρος προεδρευων başkan ketua
""")
PARTICLES = _set("""
van von de del della di da dos das do du la le el al bin ibn ben bat bint ter ten te zu af av abu st saint mac mc o d
l ap ui ni nic
san santa 't
""")
# Only after "van" and "von": alone they join nouns, not names.
INNER_PARTICLES = _set("der den dem la het 't")
ARTICLES = _set("the le la les l' el los las der die das il lo o a os as an")
DETERMINERS = ARTICLES | _set(
    "some several many various another one un une des plusieurs mehrere einige varios algunos alcuni hon ein eine"
)
SUFFIXES = _set("jr sr ii iii iv phd md esq qc kc jd mba ma ba rn cbe obe mbe ao mp mep msp td")

ASKS = _set("""
interviewer interviewers interviewerin int iv ivr i emcee host cohost co-host hosts anchor coanchor moderator
moderatorin reporter reporters reporterin journalist journalists journalistin
correspondent editor question questions questioner q presenter researcher interrogator examiner facilitator newscaster
chercheur chercheuse enqueteur enquetrice journaliste animateur animatrice presentateur presentatrice intervieweur
intervieweuse redaction
frage fragen fragesteller fragestellerin redaktion moderation interviewende
pregunta entrevistador entrevistadora periodista presentador presentadora conductor conductora moderador moderadora
redactor
pergunta jornalista apresentador apresentadora reporter domanda intervistatore intervistatrice giornalista conduttore
conduttrice moderatore
вопрос корреспондент корр ведущий ведущая журналист журналистка интервьюер редактор модератор
记者 主持人 问 問 記者 采访者 採訪者 访问者 訪問者 提问 提問 聞き手 質問 質問者 インタビュアー 司会 司会者
진행자 기자 사회자 질문 문 인터뷰어 앵커
المذيع المذيعة سؤال س المحاور المحاورة الصحفي الصحفية المقدم שאלה ש מראיין מראיינת מנחה עיתונאי עיתונאית
सवाल प्रश्न ερ ερωτηση δημοσιογραφος запитання питання кореспондент журналіст журналістка ведучий ведуча vraag vragen
interviewer journalist pytanie dziennikarz dziennikarka prowadzący prowadząca soru muhabir sunucu otázka redaktor
redaktorka moderátor moderátorka kérdés riporter újságíró műsorvezető întrebare jurnalist întrebări
spørsmål spørgsmål fråga intervjuer intervjuare journalisten programleder programledare toimittaja haastattelija kysymys
pv phóng_viên hỏi mc tanya pewawancara wartawan خبرنگار مجری سوال پرسش
""")
ANSWERS = _set("""
interviewee interviewees respondent respondents answer answers a r guest guests witness narrator informant deponent
interviewe interviewee enquete enquetee invite invitee reponse temoin repondant repondante antwort antworten gast
befragter befragte interviewte interviewter
respuesta entrevistado entrevistada invitado invitada resposta convidado convidada risposta intervistato intervistata
ospite
ответ гость гостья респондент собеседник
答 嘉宾 嘉賓 受访者 受訪者 来宾 來賓 回答 答え 回答者 ゲスト 답 답변 게스트 응답자 인터뷰이
جواب ج الضيف الضيفة जवाब उत्तर απ απαντηση відповідь תשובה ת מרואיין מרואיינת אורח אורחת antwoord antwoorden odpowiedz
odpowiedź cevap konuk odpověď odpoveď válasz răspuns svar vastaus vieras đáp trả_lời jawab jawaban narasumber پاسخ
""")
OTHER_ROLES = _set("""
speaker announcer operator translator interpreter caller man woman boy girl child mother father doctor patient nurse
gp student teacher pupil
clerk court bailiff foreman juror counsel prosecutor defendant plaintiff narrator voice director producer editor
author writer participant
audience crowd all everyone both several many member members unidentified unknown male female person people voices
chorus panel panelist
moderator sprecher sprecherin publikum zwischenruf alle teilnehmer teilnehmerin patientin arzt arztin lehrer schuler
narrateur voix public
participant participante patiente medecin tous intervenant intervenante locuteur locutrice traducteur traductrice
hablante publico
participante paciente medico todos orador narrador locutor voz falante plateia parlante pubblico tutti paziente диктор
голос переводчик
врач пациент участник зал спикер 旁白 众人 眾人 学生 學生 老师 老師 医生 醫生 患者 观众 觀眾 翻译 翻譯 说话人
說話人 発言者 話者 参加者 先生 화자 참가자 관객 환자 의사
المترجم المتحدث الجمهور דובר דוברת קהל
desconhecido desconhecida desconocido desconocida inconnu inconnue unbekannt unbekannter sconosciuto
неизвестный неизвестная קריאה קריאות реплика members member deputy deputies secretaire secretary clerk greffier
voices mps senators
delegates abgeordnete abgeordneter zurufe zuruf respondent client therapist counsellor counselor agent customer
secretary attendee presenter spk spkr
""")
COLLECTIVE = _set("""
desconhecido desconhecida desconocido desconocida inconnu inconnue unbekannt unbekannter sconosciuto неизвестный
記者 记者 기자 vozes voix zurufe zwischenrufe deputies
unidentified unknown audience crowd all everyone both several many members voices chorus male female person people
participants reporters questions q question reporter
journalist journalists press publikum alle zwischenruf public tous publico todos pubblico tutti зал вопрос 众人
眾人 观众 觀眾
问 問 질문 관객 الجمهور קהל speakers unison group staff hosts guests
frage pregunta pergunta domanda p
""")
# Many at once, who call out and are done in a line.
CROWD = _set("""
audience crowd all everyone several many members member deputies voices chorus people hon publikum alle zwischenruf
קריאה קריאות реплика zurufe mehrere public voix tous publico todos vozes voces pubblico tutti voci зал голоса 众人
眾人 观众 觀眾
관객 الجمهور קהל
""")
# Words that head a field, a section or a remark, and never a person.
HEADS = _set("""
resolved read_more in_pictures see_also related_articles note notes nb date dates place location venue time times
duration length tape tapes side disc track reel file filename
title subject topic theme
re from to cc bcc subject sent tags tag categories category keywords keyword source sources photo photos photograph
image images caption credit credits copyright update updated
correction warning caution disclaimer example examples summary abstract introduction intro background conclusion
overview contents index appendix
chapter part section step steps figure fig table box chart exhibit case option options tip tips hint answer_key
reference references bibliography see
also ps address phone tel telephone fax email e-mail mail website web url link links published posted recorded
transcribed transcriber transcript
transcription edited language languages version status project collection archive repository identifier id accession
number no call access rights licence license
ingredients directions method serves prep cook servings yield price cost rating ages hours agenda decision decisions
action actions item items
attendees present absent apologies minutes participants first second third fourth fifth finally lastly next however
moreover meanwhile
therefore remember important key pros cons advantages disadvantages result results fact facts myth reality problem
solution goal goals objective verdict
break jingle music sound text graphic video audio clip headline dateline byline keypoints takeaway takeaways outline
related tweet quote
anmerkung hinweis datum ort zeit quelle foto bild titel thema zusammenfassung beispiel kapitel teil abschnitt
tagesordnungspunkt anlage anlagen drucksache
orden_del_dia ordre_du_jour ordem_do_dia ordine_del_giorno tagesordnung aktuelle_stunde
inhalt beginn ende schluss achtung wichtig fazit dauer sitzung
remarque date lieu heure source photo titre sujet resume exemple chapitre partie annexe duree attention conclusion
ordre
nota fecha lugar hora fuente foto titulo tema resumen ejemplo capitulo parte duracion atencion importante data local
fonte exemplo duracao
luogo ora fonte titolo tema esempio capitolo durata attenzione
слушали выступили постановили решили повестка повестка_дня присутствовали секретарь начало окончание голосовали кворум
примечание дата место время источник фото тема пример глава часть внимание важно итог
地址 電話 电话 营业时间 營業時間 定價 定价 售價 网址 網址 官網 appearances proceedings
版权声明 版權聲明 责任编辑 責任編輯 الوسوم سيرة نشر_في أجرى_الحوار مقدمة_الحلقة תמלול מקרא
注 注意 备注 備註 日期 时间 時間 地点 地點 来源 來源 摘要 标题 標題 例如 场所 場所 日時 出典 補足 날짜 장소 시간
출처 참고 제목 ملاحظة التاريخ المكان المصدر הערה תאריך
מקום إعداد_وتقديم إعداد تقديم תחקיר עריכה
interviewed interviewdate birthdate birthplace occupation born died age gender name rank serial position company
organization affiliation bio biography interview entrevista fotos entretien
signed signature sponsor sponsors editing production producers
apoio patrocinio edicao producao roteiro utskrift patrocinador edicion produccion guion montaje montage realisation
""")
# Grammar words: a label that holds one (outside a description) is a piece of a sentence.
GRAMMAR = _set("""
is are was were be been am has have had do does did will would can could should shall may might must this that these
those it its we our you your they their he his she her my me us them
what how why when where which who whom whose if then than because so but or not no yes in on at by with from into
about over under after before during to for as
include includes including included following say says said think thinks ask asks asked told tell here there just only
very more most some any every each one two three
im am zum zur beim vom ins meine meinen unsere jetzt nun hier da dann denn also doch noch schon nur ist sind war waren
hat haben wird werden kann konnen soll sollte muss nicht auch aber oder wenn dass weil wie was wer warum wo ich wir
sie er es ein eine einen mit fur auf aus nach bei
est sont etait a ont sera peut doit pas mais ou si que qui quoi pourquoi comment ce cette ces il elle nous vous ils
elles je tu un une dans sur avec pour par
es son era fue ha han sera puede debe no pero o si que quien cual como por para con en un una este esta estos nosotros
ellos
sao foi tem mas ou se quem qual com em um uma isto nos eles
sono era ha hanno puo deve non ma o se che chi come per con in un una questo questa noi loro
это был была было есть не но или если что кто как где когда почему мы вы он она они я в на с по для из
""") - _set("i a o")  # fmt: skip

# Grammar words that no name holds, even with a capital: "Support Provided By", "Our Mission".
NEVER_NAMES = _set("""
by with from about into over under after before during to for at on and or the this that these those your our my their
its what how why when where which who and with
""")

# Words by which somebody speaks: no description of a person holds one.
TALK = _set("""
i i'm i've i'll i'd you you're we we're they it it's he she is are was were am have has had do does did will would can
could should let's that's this that thank thanks yes no please
ich wir ihr mich mir uns bin ist sind war habe hat haben wird werden kann danke vielen bitte nicht dass
je j'ai c'est nous vous elle ils sont etait merci oui
yo nosotros usted gracias mi me te se nos que qui che chi ha ho hanno han eu voce obrigado obrigada grazie
я мы вы он она они это спасибо да нет
""")  # fmt: skip

GREETING = re.compile(
    r"(?i)\b(?:hello|hi|hey|yes|no|thanks|hallo|guten tag|ja|nein|danke|bonjour|salut|oui|non|merci|hola|sí|gracias"
    r"|olá|oi|sim|obrigad[oa]|ciao|buongiorno|sì|grazie|привет|здравствуйте|да|нет|спасибо|مرحبا|نعم|שלום|כן)\b"
    r"|你好|您好|谢谢|謝謝|こんにちは|はい|いいえ|안녕하세요|네"
)

# A closing call, a credit line, a licence: what pages print after an interview.
TRAILER = re.compile(
    r"""(?ix) ^\W{0,3}(?:
      (?-i:[^\W\d_a-zа-я]\.\ ?){2,3}$ | drucken\ ?\| | source\ ?:\ \w
    | (?:textos?|fotos?|photos?|foto(?:grafie|grafia)s?|фото|zdjęcia|bilder|valokuvat?)\ ?:\ ?\w
    | (?:rozmawia(?:ł|ła|li)|zhováral[ai]?\ sa|ptal[ai]?\ se|kérdezte|haastatteli|розмовля(?:в|ла)
    |записа(?:л|ла|в)|söyleşi|röportaj|interjú|haastattelu|rozhovor|wywiad|interviu)\ ?:?[ ]
    (?-i:[^\W\d_a-zа-яё])[^.\n]{3,50}\W*$
    | copyright\b | © | \(c\)\ | all\ rights\ reserved | transcribed\ by | transcription\ (?:by|ended|provided)
    | transcript\ (?:by|provided|created|produced|edited)
    | this\ (?:editable\ )?(?:transcript|interview|conversation|text|article|document|podcast)\b.{0,40}\b(?:was|has
    |is|may|contains)\b
    | the\ (?:interview|conversation|transcript)\ (?:was|has\ been)\b
    | (?:read|listen|watch|see)\ (?:more|also|next|the\ full)\b
    | related(?:\ (?:articles?|stories|posts|links))?\W*$ | subscribe\b | sign\ up\b | follow\ us\b
    | share\ (?:this|your)\b
    | (?:share|leave|post|join|tell)\b.{0,60}\b(?:comments?|conversation|newsletter|below)\b | click\ here
    | advertisement | (?:tags|filed\ under|categories|topics)\s*:
    | \[?end\ of\ (?:transcript|interview|recording|tape|file|audio|session)\b | end\W*$
    | interview\ (?:conducted|ended|concluded)\b | recording\ (?:ends|ended|stops|stopped)\b
    | dieser\ (?:text|beitrag|artikel)\b | das\ (?:interview|gespräch)\ (?:führte|führten|wurde)\b
    | (?:interview|gespräch)\s*:\s*\w
    | (?:sottotitoli|subtitles|untertitel(?:ung)?|sous-titres|sous-titrage|subtítulos|legendas|субтитры)\b
    | aus\ dem\ \w+\ (?:von|übersetzt)
    | propos\ recueillis | entretien\ (?:réalisé|mené|recueilli) | interview\ réalisée | lire\ aussi
    | tous\ droits | transcription\s*:
    | entrevista\ (?:realizada|concedida|feita) | todos\ (?:los\ derechos|os\ direitos)
    | (?:leer|lea|leia)\ (?:más|también|mais|também)
    | intervista\ (?:a\ cura|realizzata) | tutti\ i\ diritti | беседовал | интервью\ (?:взял|подготов) | все\ права
    | (?:採訪|采访|取材|文|撰文|整理|编辑|編輯|責任編輯|责任编辑|構成|聞き手)\s*[:：/／]
    | AI가\ 작성 | 무단\s?전재 | 저작권자 | ⓒ
    | [【\[]?(?:延伸閱讀|相关阅读|相關報導|関連記事|관련\s?기사)
    | （完）|\(完\)|【完】
    | written\ (?:answers|statements)\b | date\ of\ next\ meeting | call\ participants
    | (?:disclaimer|correction|duration)\s*:
    | want\ to\ keep\ reading | already\ a\ subscriber | interview\ by\b | top\ photo\b | to\ order\ a\b
    | [^\n.!?:]{2,60}\ (?:is|was)\ (?:produced|edited|mixed|hosted)\ by\b | (?:produced|edited|mixed|hosted)\ by\b
    | log\ closed\b | whereupon\b | unanswered\ questions
    | fine\ della\ registrazione | fin\ de\ (?:la\ )?(?:transcription|grabación|transcripción|retranscription)
    | ende\ der\ (?:aufnahme|aufzeichnung|abschrift) | конец\ записи | koniec\ nagrania
    | fim\ da\ (?:gravação|transcrição)
    | (?:the\ )?(?:meeting|sitting|session|hearing|deposition|house|senate|committee|dáil|seanad)
      \ (?:was\ |stood\ |then\ )?
      (?:closed|adjourned|rose|concluded|ended)\b[^\n]{0,80}\d
    | (?:eran|eram)\ [^\n]{3,50}\b(?:horas?|minutos?|mañana|tarde|noche|mediodía)\b
    | la\ (?:seduta|séance)\b[^\n]{0,40}\b(?:termina|è\ tolta|est\ levée)\b | se\ levanta\ la\ sesión
    | schluss(?:\ der\ sitzung)?\s*:?\s*\d | (?:הישיבה|הדיון)\ (?:ננעלה|הסתיים) | \d{1,2}시\s?\d{1,2}분\s?산회
    | (?:rush\ )?transcript\ provided | npr\ transcripts\ are | the\ end\W*$
    )"""
)
CALL_TO_READERS = re.compile(
    r"""(?ix)\b(?:in\ the\ comments|comments?\ (?:section\ )?below|share\ your\ (?:thoughts|views|opinions?
    |comments)|let\ us\ know|join\ the\ (?:conversation|discussion)|leave\ a\ comment
    |what\ do\ you\ think\?|subscribe\ to|newsletter|diskutieren\ sie\ mit|schreiben\ sie\ uns|kommentare?\ unten
    |dites-nous|en\ commentaires?|en\ los\ comentarios|nos\ comentários|nei\ commenti|в\ комментариях)\b"""
)
