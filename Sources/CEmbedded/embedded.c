#include "CEmbedded.h"

#define FILE_OF(name)                                                          \
    embedded_file embedded_##name(void) {                                      \
        embedded_file file = {name, sizeof name};                              \
        return file;                                                           \
    }

/* A line for each language, English first: it says what another lacks. Zeros part the files. */
static const unsigned char words[] = {
#embed "../../Resources/words.en.json" suffix(, 0,)
#embed "../../Resources/words.zh.json" suffix(, 0,)
};
/* A line for each page in each language that has it. */
static const unsigned char manual[] = {
#embed "../../Resources/manual/wallchart.en.mdoc" suffix(, 0,)
#embed "../../Resources/manual/wallchart.zh.mdoc" suffix(, 0,)
#embed "../../Resources/manual/wallchart-import.en.mdoc" suffix(, 0,)
#embed "../../Resources/manual/wallchart-import.zh.mdoc" suffix(, 0,)
#embed "../../Resources/manual/wallchart-chart.en.mdoc" suffix(, 0,)
#embed "../../Resources/manual/wallchart-chart.zh.mdoc" suffix(, 0,)
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

FILE_OF(words)
FILE_OF(manual)
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
