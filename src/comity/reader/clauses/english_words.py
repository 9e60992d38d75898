"""English words by what they may do in a sentence that tells results; each list is a sort of word, not of report."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Participles that no rule makes.
IRREGULAR = _words(
    "built held sent brought made set put taken given done led met paid spent sought found kept written undertaken overseen drawn"
    " chosen begun broken bought caught cut dealt driven fought forgiven laid lent learnt left lit run seen sold shown"
    " shut split spread"
    " stood stuck struck swept taught thrown understood upheld withdrawn won hosted told thought overcome rebuilt resold"
    " rewritten"
)
# What is felt, said, met with or reached is no deed one could ask about.
NO_DEED = _words(
    "been had become seen witnessed gained achieved attained reached recorded enjoyed experienced felt shown demonstrated"
    " expressed"
    " shared attached agreed said noted stressed emphasized emphasised affirmed reaffirmed hoped believed considered"
    " thanked hailed"
    " praised appreciated welcomed congratulated proposed suggested requested urged called asked wished pledged committed"
    " vowed decided"
    " accounted faced encountered met suffered seemed remained stayed continued gone come grown risen fallen proved proven"
    " resulted"
    " ranked totalled totaled exceeded surpassed obtained harvested reaped acknowledged admitted recognized recognised"
    " regarded valued"
    " told thought interested concerned based located situated united allowed expected needed wanted known lived acceded"
    " paid left"
    " discussed supposed approved signed attended visited introduced announced addressed enabled contributed lasted aimed"
    " understood"
)
# What grows or changes by itself.
TRENDS = _words(
    "increased decreased developed deepened improved strengthened consolidated enhanced expanded changed progressed"
    " advanced flourished"
    " stabilised stabilized recovered declined dropped doubled tripled evolved matured intensified reinforced elevated"
    " raised affected"
    " interrupted disrupted suspended limited delayed halted hindered fostered nurtured cemented tightened"
)
WITHOUT_OBJECT = _words(
    "coordinated cooperated collaborated worked participated engaged responded liaised patrolled consulted negotiated"
    " interacted met"
    " partnered joined stepped carried rolled set put taken focused invested helped dealt communicated communed teamed"
)
# Who does nothing by itself.
NO_DOER = _words(
    "cooperation relations relationship relationships ties trade turnover friendship exchange exchanges activities"
    " activity situation"
    " coordination value number volume results result achievements procedures collaboration partnership economy economies growth"
    " pandemic epidemic disease traffic border area areas gate gates fields contents agreements agreement work efforts"
    " meeting visit"
    " talks conference event it this that which who he she what there figures statistics year years months quarter period"
)
# Who can do something.
DOERS = _words(
    "sides side parties provinces province regions region localities locality countries country governments government committees"
    " committee councils council departments department agencies agency authorities authority forces force guards guard"
    " police customs"
    " stations station posts post units unit districts district counties county cities city towns communes villages prefectures"
    " prefecture delegations delegation groups group ministries ministry offices office branches sectors bodies organisations"
    " organizations associations association unions union schools school universities university colleges hospitals"
    " hospital centres"
    " centers institutes institute enterprises businesses companies chambers leaders officials representatives members"
    " experts teams"
    " team consulates consulate embassy embassies front fronts states state municipality municipalities administrations"
    " administration"
    " boards board commands command secretariat secretariats they we courts prosecutors procuracies museums libraries"
    " newspapers stations"
    " broadcasters banks airlines brigades detachments soldiers officers troops commissioners governors mayors committees' sides'"
)
# Things that are kept up, dealt with, opened or built.
KEPT_UP = _words(
    "activities activity mechanisms mechanism exchanges meetings talks patrols patrol clearance procedures difficulties"
    " obstacles problems"
    " issues incidents cases hotline hotlines line lines projects project works work construction gate gates bridge"
    " bridges road roads"
    " route routes railway markers marker documents agreements plans programmes programs courses contents tasks measures"
    " campaigns"
    " channels contacts visits events infrastructure facilities systems models market markets services trains flights"
    " vehicles goods"
    " crossings crossing border borderline information coordination patrolling management inspection inspections investigations"
    " operations operation training drills festivals fairs scholarships equipment supplies"
)
# Verbs of administration, whose past tells a deed without "have".
ADMINISTERS = _words(
    "organised organized dispatched handled arrested seized opened trained donated presented granted provided built"
    " completed upgraded"
    " launched established conducted carried implemented coordinated exchanged facilitated detected investigated handed returned"
    " repatriated deployed cleared processed registered issued installed repaired planted vaccinated supported assisted"
    " set put sent"
    " held hosted maintained renewed constructed inaugurated resumed restored reopened removed rescued recovered"
    " confiscated destroyed"
    " dismantled prosecuted extradited transferred received escorted quarantined tested treated screened inspected checked"
    " surveyed"
    " measured mapped erected demarcated renovated expanded widened paved dredged connected linked created formed founded signed"
    " published printed distributed disseminated broadcast aired translated taught admitted enrolled recruited sponsored"
    " funded financed"
    " invested allocated disbursed awarded offered supplied delivered transported imported exported purchased sold"
    " introduced piloted"
    " tested applied adopted enforced patrolled guarded protected searched resolved settled solved tackled addressed"
    " eliminated broke"
    " busted cracked foiled prevented stopped blocked intercepted captured detained fined punished warned educated"
    " informed notified"
    " reported reviewed revised amended drafted compiled updated digitised digitized simplified shortened reduced cut"
    " waived exempted"
    " increased ran operated managed supervised monitored controlled assigned appointed designated mobilised mobilized gathered"
    " assembled staged performed celebrated commemorated twinned visited welcomed jointly co-organised co-organized co-hosted met"
    " collaborated cooperated consulted negotiated directed instructed guided encouraged promoted strengthened boosted"
    " stepped brought"
    " concluded ratified finalised finalized fulfilled executed performed prepared arranged selected invited attracted"
    " assigned shared"
    " helped worked created drew drafted made took gave kept paid turned rolled repelled relocated resettled rehabilitated"
    " replaced"
    " reconstructed re-erected relaunched combated fought stabilized stabilised concretised concretized mediated"
    " reconciled harmonised"
    " standardised unified fixed adjusted replied responded answered submitted transmitted forwarded verified identified"
    " traced located"
)
