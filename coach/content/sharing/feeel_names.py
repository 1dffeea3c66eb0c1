"""What the numbers in Feeel's files stand for.

Most are those of the wger exercise database. Source: `bundled_exercises.dart` of
EnjoyingFOSS/feeel, database of 2022; the names are our own short ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

FEEEL_NAMES: Final[Mapping[int, str]] = MappingProxyType({
    -7: "Chair dips",
    167: "Crunches",
    320: "Jumping jacks",
    377: "Leg raises",
    454: "Pike push-ups",
    456: "Pistol squats, left",
    458: "Forearm plank",
    475: "Pull-ups",
    482: "Push-ups",
    570: "Shoulder shrugs",
    580: "Side plank, left",
    615: "Squats",
    616: "Squat thrusts",
    632: "Sumo squats",
    702: "Calf raises, left",
    718: "Wall sit",
    981: "Step-ups",
    983: "High knees",
    984: "Lunges",
    985: "Push-ups with rotation",
    986: "Side split squats, left",
    987: "Side split squats, right",
    988: "Bulgarian split squats, left",
    989: "Bulgarian split squats, right",
    990: "Kneeling kickbacks",
    991: "Split squats, left",
    992: "Split squats, right",
    993: "Jump rope",
    994: "Arm circles, forwards",
    995: "Arm circles, backwards",
    996: "Mountain climbers",
    997: "Four-count burpees",
    998: "Burpees without push-up",
    999: "Reverse lunges",
    1000: "Floor dips",
    1001: "High plank",
    1002: "Child's pose",
    1003: "Kettlebell deadlift",
    1004: "Shoulder rolls, forwards",
    1005: "Shoulder rolls, backwards",
    1006: "Chin tuck",
    1007: "Head turns",
    1008: "Side neck stretch, left",
    1009: "Side neck stretch, right",
    1010: "Back of neck stretch",
    1011: "Front of neck stretch",
    1012: "Biceps curls, alternating",
    1013: "Shoulder blade lifter stretch, left",
    1014: "Shoulder blade lifter stretch, right",
    1015: "Neck circles, clockwise",
    1016: "Neck circles, anticlockwise",
    1017: "Neck half circles",
    1018: "Head tilts",
    1019: "Side plank, right",
    1020: "Pistol squats, right",
    1021: "Calf raises, right",
})  # fmt: skip
