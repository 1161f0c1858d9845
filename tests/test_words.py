"""The few words that a field takes are said once: reading, schema, form and messages agree."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from pipeline.inspect.local_settings import LocalSettings
from pipeline.model.report import WAYS, Report, RollUpTable
from pipeline.model.report.description import Field, all_models, fields_of
from pipeline.model.report.traits import SIGNATURE_PLACES, YES_OR_NO, Words
from pipeline.tasks.form.boxes import BASICS
from pipeline.tasks.schema import draw_schema
from pipeline.template.settings import WEIGHTS, TemplateSettings
from tests.samples import OUTLINES

FIELDS: list[tuple[Field, Words]] = [
    (field, field.choices)
    for model in all_models(Report, RollUpTable)
    for field in fields_of(model)
    if isinstance(field.choices, Words)
]


@pytest.mark.parametrize(("field", "words"), FIELDS, ids=lambda one: getattr(one, "key", ""))
def test_both_languages_are_read_as_one(field: Field, words: Words) -> None:
    read = TypeAdapter[Any](field.annotation).validate_python
    for zh, en in words.by_chinese.items():
        assert read(zh) == read(f" {zh} ") == read(en) == en
        assert words.in_chinese(en) == zh
    with pytest.raises(ValidationError):
        read("别的")


@pytest.mark.parametrize(("field", "words"), FIELDS, ids=lambda one: getattr(one, "key", ""))
def test_the_schema_and_the_messages_have_every_word(field: Field, words: Words) -> None:
    drawn = str(TypeAdapter[Any](field.annotation).json_schema(mode="validation"))
    for zh, en in words.by_chinese.items():
        assert repr(zh) in drawn
        assert repr(en) in drawn
        assert zh in words.offer(is_english=False).split(" / ")
        assert f"{zh} ({en})" in words.offer(is_english=True).split(" / ")
    assert field.words == tuple(words.by_chinese)


def test_the_form_offers_the_words_of_a_field() -> None:
    (box,) = (box for box in BASICS if box.label == "署名位置")
    assert box.choices == tuple(SIGNATURE_PLACES.by_chinese)
    assert box.in_chinese("title") == "题下"
    assert box.in_chinese("别处") == "别处"


def test_an_input_and_its_template_take_one_set_of_words() -> None:
    assert "文末" in str(draw_schema(OUTLINES))
    for settings in (TemplateSettings, LocalSettings):
        for zh, en in SIGNATURE_PLACES.by_chinese.items():
            read = settings.model_validate({"名称": "甲", "署名位置": zh})
            assert read.signature_place == en
        for zh, en in YES_OR_NO.by_chinese.items():
            for word in (zh, en):
                read = settings.model_validate({"名称": "甲", "版头版记": word})
                assert read.is_official == (zh == "是")
        for zh, en in WEIGHTS.by_chinese.items():
            read = settings.model_validate({"名称": "甲", "规则": {"P08-lines": zh}})
            assert read.weights == {"P08-lines": en}


def test_a_plan_takes_every_way_in_both_languages() -> None:
    assert WAYS.in_chinese("mean") == "平均"
    assert WAYS.read("平均") == "mean"
    assert WAYS.read(3) == 3


def test_words_that_a_type_does_not_have_are_no_model() -> None:
    with pytest.raises(TypeError, match="does not have the words"):

        class _Wrong(BaseModel):
            form: Annotated[Literal["bar", "line"], Words({"柱形": "bar", "饼": "pie"})]
