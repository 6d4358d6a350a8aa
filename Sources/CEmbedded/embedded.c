#include "CEmbedded.h"

#define FILE_OF(name)                                                          \
    embedded_file embedded_##name(void) {                                      \
        embedded_file file = {name, sizeof name};                              \
        return file;                                                           \
    }

static const unsigned char words_en[] = {
#embed "../../Resources/words.en.json"
};
static const unsigned char words_zh[] = {
#embed "../../Resources/words.zh.json"
};
static const unsigned char pinyin[] = {
#embed "../../Resources/pinyin.txt"
};

static const unsigned char template_document_md[] = {
#embed "../../Resources/templates/document.md.mustache"
};
static const unsigned char template_document_html[] = {
#embed "../../Resources/templates/document.html.mustache"
};
static const unsigned char template_chart_html[] = {
#embed "../../Resources/templates/chart.html.mustache"
};

FILE_OF(words_en)
FILE_OF(words_zh)
FILE_OF(pinyin)
FILE_OF(template_document_md)
FILE_OF(template_document_html)
FILE_OF(template_chart_html)

static const unsigned char bulletin_schema[] = {
#embed "../../Resources/bulletin.schema.json"
};
static const unsigned char page_schema[] = {
#embed "../../Resources/page.schema.json"
};

FILE_OF(bulletin_schema)
FILE_OF(page_schema)

static const unsigned char example_chart[] = {
#embed "../../seeds/dalian-2020/chart.json"
};
static const unsigned char example_ledger[] = {
#embed "../../seeds/dalian-2020/ledger/rectificationoffice-e3oqn8ozoh.jsonl"
};

FILE_OF(example_chart)
FILE_OF(example_ledger)

static const unsigned char manual_wallchart_en[] = {
#embed "../../Resources/manual/wallchart.en.mdoc"
};
static const unsigned char manual_wallchart_zh[] = {
#embed "../../Resources/manual/wallchart.zh.mdoc"
};
static const unsigned char manual_import_en[] = {
#embed "../../Resources/manual/wallchart-import.en.mdoc"
};
static const unsigned char manual_import_zh[] = {
#embed "../../Resources/manual/wallchart-import.zh.mdoc"
};
static const unsigned char manual_chart_en[] = {
#embed "../../Resources/manual/wallchart-chart.en.mdoc"
};
static const unsigned char manual_chart_zh[] = {
#embed "../../Resources/manual/wallchart-chart.zh.mdoc"
};

FILE_OF(manual_wallchart_en)
FILE_OF(manual_wallchart_zh)
FILE_OF(manual_import_en)
FILE_OF(manual_import_zh)
FILE_OF(manual_chart_en)
FILE_OF(manual_chart_zh)
