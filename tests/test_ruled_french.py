"""Quotations of fictional French texts, as a table of (text, quotations), and every verb in its example."""

from __future__ import annotations

import pytest

from crosswire.lexicons.speech import Verb
from parsed import lexicons
from ruled import Seen, seen

VERBS = lexicons().speech["fr"].verbs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« La digue tient », a déclaré Ada Lund lundi.",
            [("Ada Lund", "a déclaré", "asserts", ["« La digue tient »"])],
        ),
        (
            "« La digue tient », a déclaré lundi un porte-parole de la police à Tarn.",
            [("un porte-parole de la police", "a déclaré", "asserts", ["« La digue tient »"])],
        ),
        ("Ada Lund a déclaré : « La digue tient. »", [("Ada Lund", "a déclaré", "asserts", ["« La digue tient. »"])]),
        (
            "Le ministre a déclaré que la digue tenait.",
            [("Le ministre", "a déclaré", "asserts", ["que la digue tenait"])],
        ),
        (
            "La digue tient, a affirmé le ministre de la Mer.",
            [("le ministre de la Mer", "a affirmé", "asserts", ["La digue tient"])],
        ),
        ("Selon la police, personne n'est blessé.", [("la police", "Selon", "reports", ["personne n'est blessé"])]),
        ("Personne n'est blessé, selon la police.", [("la police", "selon", "reports", ["Personne n'est blessé"])]),
        ("D'après le rapport, deux vannes ont cédé.", [("le rapport", "D'après", "reports", ["deux vannes ont cédé"])]),
        ("« C'est faux », a-t-elle ajouté.", [("elle", "a-t-elle ajouté", "asserts", ["« C'est faux »"])]),
        (
            "« Nous avons tout vérifié », explique-t-il, « et rien trouvé. »",
            [("il", "explique", "asserts", ["« Nous avons tout vérifié »", "« et rien trouvé. »"])],
        ),
        (
            "« C'est trop tard », dit-il. « L'eau monte. »",
            [("il", "dit", "asserts", ["« C'est trop tard »", "« L'eau monte. »"])],
        ),
        ("La maire a promis de relever la digue.", [("La maire", "a promis", "promises", ["de relever la digue"])]),
        ("Le syndicat a dénoncé « une honte ».", [("Le syndicat", "a dénoncé", "accuses", ["« une honte »"])]),
        (
            "Elle a qualifié le plan de « cadeau aux contrebandiers ».",
            [("Elle", "a qualifié", "asserts", ["le plan de « cadeau aux contrebandiers »"])],
        ),
        (
            "Ada Lund, porte-parole du port, a déclaré : « Nous attendons. »",
            [("Ada Lund, porte-parole du port", "a déclaré", "asserts", ["« Nous attendons. »"])],
        ),
        (
            "« Nous attendons », a déclaré Ada Lund, porte-parole du port.",
            [("Ada Lund, porte-parole du port", "a déclaré", "asserts", ["« Nous attendons »"])],
        ),
        (
            "La ministre, interrogée lundi, a assuré que la route était libre.",
            [("La ministre, interrogée lundi", "a assuré", "asserts", ["que la route était libre"])],
        ),
        (
            "Lundi, la police a indiqué que trois maisons brûlaient.",
            [("la police", "a indiqué", "asserts", ["que trois maisons brûlaient"])],
        ),
        (
            "Comme l'a indiqué la préfecture, trois maisons brûlent.",
            [("la préfecture", "a indiqué", "asserts", ["trois maisons brûlent"])],
        ),
        ("Le maire appelle à rester calme.", [("Le maire", "appelle", "demands", ["à rester calme"])]),
        ("« Qui a signé ? », a demandé la juge.", [("la juge", "a demandé", "asks", ["« Qui a signé ? »"])]),
        (
            "Le rapport, publié lundi, note que l'équipage était fatigué.",
            [("Le rapport, publié lundi", "note", "asserts", ["que l'équipage était fatigué"])],
        ),
        (
            "Le ministère a démenti que le pont soit fermé.",
            [("Le ministère", "a démenti", "denies", ["que le pont soit fermé"])],
        ),
        (
            "« Il faisait noir. On ne voyait rien », raconte la plongeuse Pia Marn.\n\n« Puis la lumière est venue. »",
            [
                (
                    "la plongeuse Pia Marn",
                    "raconte",
                    "asserts",
                    ["« Il faisait noir. On ne voyait rien »", "« Puis la lumière est venue. »"],
                )
            ],
        ),
        (
            "L'équipage dormait, affirme un témoin, et la mer était calme.",
            [("un témoin", "affirme", "asserts", ["L'équipage dormait"])],
        ),
        (
            "Le gouvernement n'a pas confirmé que la banque fermerait.",
            [("Le gouvernement", "a pas confirmé", "reports", ["que la banque fermerait"])],
        ),
        ("Il a évoqué « un bon jour pour Tarn ».", [("Il", "a évoqué", "asserts", ["« un bon jour pour Tarn »"])]),
        ("Les prix ont monté et l'hôtel était plein.", []),
        (
            "Selon un proche du dossier, la vente aura lieu.",
            [("un proche du dossier", "Selon", "reports", ["la vente aura lieu"])],
        ),
        ("« La digue tient » selon le capitaine.", [("le capitaine", "selon", "reports", ["« La digue tient »"])]),
        ("Le film « Marée Haute » a plu.", []),
        (
            "Le Courrier rapporte que la banque a fermé.",
            [("Le Courrier", "rapporte", "reports", ["que la banque a fermé"])],
        ),
        ("« Jamais ! » a lancé la bergère.", [("la bergère", "a lancé", "asserts", ["« Jamais ! »"])]),
        (
            "Les habitants réclament une seconde route.",
            [("Les habitants", "réclament", "demands", ["une seconde route"])],
        ),
        ("La banque estime à deux millions la perte.", []),
        ("Lund a annoncé la fermeture de la jetée.", [("Lund", "a annoncé", "asserts", ["la fermeture de la jetée"])]),
        ("La juge se demande si la lettre est vraie.", [("La juge", "demande", "asks", ["si la lettre est vraie"])]),
        ("“ La digue tient ”, a dit M. Lund.", [("M. Lund", "a dit", "asserts", ["“ La digue tient ”"])]),
        (
            "« La “vieille” digue tient », dit la maire.",
            [("la maire", "dit", "asserts", ["« La “vieille” digue tient »"])],
        ),
        ("Le capitaine a confirmé la panne.", [("Le capitaine", "a confirmé", "asserts", ["la panne"])]),
        ("Confirmant sa place, la firme a grandi.", []),
        (
            "La préfète a salué « une bonne nouvelle ».",
            [("La préfète", "a salué", "agrees", ["« une bonne nouvelle »"])],
        ),
        ("Nous pensons que la route est libre.", []),
        (
            "« Nous attendons », assure Ada Lund. Elle est maire de Tarn.",
            [("Ada Lund", "assure", "asserts", ["« Nous attendons »"])],
        ),
        ("Le port s'engage à payer.", [("Le port", "engage", "promises", ["à payer"])]),
        (
            "« La route est libre », écrit le journal dans son édition de lundi.",
            [("le journal", "écrit", "asserts", ["« La route est libre »"])],
        ),
    ],
)
def test_quotations(text: str, expected: list[Seen]) -> None:
    assert seen(text, "fr") == expected


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.words)
def test_every_verb_attributes_in_its_example(verb: Verb) -> None:
    ((source, cue, stance, content),) = seen(verb.example, "fr")
    assert source
    assert cue
    assert content
    assert stance == verb.stance
