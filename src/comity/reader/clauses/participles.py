"""Participles of Spanish, French and Swedish, which tell a deed after an auxiliary whatever their verb."""

from __future__ import annotations

import re

ADVERBS = {
    "es": r"(?:(?:también|ya|además|siempre|[a-zñáéíóú]+mente)\s+){0,3}",
    "fr": r"(?:(?:aussi|également|déjà|toujours|ensemble|bien|[a-zéèêç]+ment)\s+){0,3}",
    "sv": r"(?:(?:också|även|alltid|redan|gemensamt|regelbundet|aktivt|ständigt|tillsammans|nära|[a-zåäö]+igt)\s+){0,3}",
}
PARTICIPLE = {
    "es": r"(?:[a-zñáéíóú]{2,}(?:ado|ido|ído)|hecho|puesto|abierto|escrito|resuelto|impuesto|suscrito|dispuesto)",
    "fr": r"(?:[a-zéèêëîïôûç'’-]{2,}(?:é|és|ée|ées)|mis|pris|tenu|ouvert|construit|remis"
    r"|fait|reçu|fourni|établi|maintenu|conduit|offert"
    r"|accompli|réuni|saisi|poursuivi|produit|transmis|rendu|résolu|réparti|garanti|choisi|élargi)",
    "sv": r"(?:[a-zåäö]{2,}(?:at|ats|erat)|byggt|öppnat|hållit|gett|givit|tagit|gjort|satt|sänt|skickat"
    r"|utbytt|löst|fört|stärkt|främjat)",
}
NO_DEED = re.compile(
    r"(?:sido|estado|logrado|alcanzado|registrado|experimentado|crecido|aumentado|expresado|mostrado|manifestado|acordado"
    r"|coincidido"
    r"|tenido|llegado|visto|cambiado|mejorado|obtenido|afirmado|señalado|destacado|convenido|decidido|discutido"
    r"|été|connu|enregistré|obtenu|exprimé|montré|convenu|augmenté|progressé|évolué|affirmé|souligné|estimé|noté|atteint"
    r"|décidé|échoué"
    r"|discuté|proposé|remercié|salué|déclaré|demandé|suggéré|félicité|témoigné"
    r"|varit|blivit|ökat|vuxit|uppnått|uttryckt|visat|enats|uttalat|förbättrats|utvecklats|sett|haft|befästs|påverkats"
    r"|diskuterat)\b"
)


def tells_deed(lang: str, text: str, at: int) -> bool | None:
    """Whether a participle of a deed stands at `at`, behind its adverbs; None where none stands there."""
    if lang not in PARTICIPLE:
        return None
    found = re.compile(rf"\s*(?:{ADVERBS[lang]})(?={PARTICIPLE[lang]}\s)").match(text, at)
    return None if found is None else NO_DEED.match(text, found.end()) is None
