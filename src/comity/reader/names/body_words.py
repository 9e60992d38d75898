"""Words of bodies, papers and things that are written with a capital, as names are."""

from __future__ import annotations

import re

# Words of bodies, papers and things: a run that holds one is none, or ends before a name.
_BODY = frozenset(
    re.findall(
        r"\S+",
        r"academy affairs agency agreement agriculture alliance army asean assembly association authority autonomous bank"
        r" board border branch bridge bureau business canton centre center chamber checkpoint city commerce commission"
        r" committee communist company conference congress consulate cooperation corporation corps council country county"
        r" court customs day defence defense delegation department development directorate district division economic"
        r" economy education embassy enterprise environment exchange executive export fair father federation festival"
        r" finance foreign forest front gate general government group guard health holding home hotel import industrial"
        r" industry information institute international interior investment joint justice labour labor law ministry"
        r" municipal municipality national news office order organisation organization park party partnership people's"
        r" peoples people planning police political port prefecture press province provincial provincial's public region"
        r" regional republic road river royal school science secretariat section security service social socialist society"
        r" sports standing state station technology territory tourism town township trade transport transportation treaty"
        r" union united university vietnamese vietnam village women youth zone northern southern eastern western central"
        r" infrastructure communities housing livestock fisheries lands mining minerals mines energy petroleum communications"
        r" ict digital gender wildlife heritage cooperatives immigration coordination aviation marine innovation research"
        r" highways railways roads bridges telecommunications post investments elections parliament parliamentary cabinet"
        r" summit dialogue forum initiative framework plan programme program strategy pact accord treaty memorandum protocol"
        r" minutes declaration statement session meeting talks mechanism unit team task force crossing corridor bilateral"
        r" binational commissariat brigade battalion regiment fleet navy air patrol customs excise revenue chambers guards"
        r" safety order law culture natural human resources climate mineral land power rural persons refugees arts skills"
        r" ministers aimag oblast raion rayon krai okrug soum governorate woreda kebele parish subcounty taluk dzongkhag gewog"
        r" union's state's council's government's army's basin lake mountain valley island sea ocean delta plateau"
        r" headquarters management administration armed forces military command region's province's relations external"
        r" internal urban rural water works resources finances comité partidista popular gobierno región autónoma partido"
        r" departamento asuntos exteriores comisión asociación federación parti populaire gouvernement région autonome"
        r" département affaires étrangères assemblée",
    )
)  # fmt: skip


def is_body_word(word: str) -> bool:
    """Whether a capital word belongs to a body's name."""
    bare = word.lower().strip(".,")
    return bare in _BODY or bare.rpartition("-")[2] in _BODY
