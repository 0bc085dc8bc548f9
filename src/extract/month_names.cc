#include "month_names.h"

#include <algorithm>
#include <array>

namespace newsmill::extract {
namespace {

struct Month {
  std::string_view name;
  int32_t number;
};

// Sorted by bytes. English, German, French, Spanish, Italian, Portuguese,
// Dutch, Swedish, Danish, Polish, Turkish, Russian, Ukrainian, Arabic,
// Indonesian, Hindi; the case that dates use, where a language has cases.
// clang-format off
constexpr std::array<Month, 205> kMonths = {{
    {"abr", 4}, {"abril", 4}, {"ago", 8}, {"agosto", 8}, {"agustus", 8},
    {"aout", 8}, {"août", 8}, {"apr", 4}, {"april", 4}, {"aprile", 4},
    {"aralık", 12}, {"aug", 8}, {"august", 8}, {"augusti", 8},
    {"augustus", 8}, {"avr", 4}, {"avril", 4}, {"ağustos", 8}, {"czerwca", 6},
    {"dec", 12}, {"december", 12}, {"decembre", 12}, {"desember", 12},
    {"dez", 12}, {"dezember", 12}, {"dezembro", 12}, {"dic", 12},
    {"dicembre", 12}, {"diciembre", 12}, {"déc", 12}, {"décembre", 12},
    {"ekim", 10}, {"ene", 1}, {"enero", 1}, {"eylül", 9}, {"feb", 2},
    {"febbraio", 2}, {"febrero", 2}, {"februar", 2}, {"februari", 2},
    {"february", 2}, {"fev", 2}, {"fevereiro", 2}, {"fevrier", 2}, {"fév", 2},
    {"févr", 2}, {"février", 2}, {"gen", 1}, {"gennaio", 1}, {"giu", 6},
    {"giugno", 6}, {"grudnia", 12}, {"haziran", 6}, {"jan", 1},
    {"janeiro", 1}, {"januar", 1}, {"januari", 1}, {"january", 1},
    {"janv", 1}, {"janvier", 1}, {"juil", 7}, {"juillet", 7}, {"juin", 6},
    {"jul", 7}, {"julho", 7}, {"juli", 7}, {"julio", 7}, {"july", 7},
    {"jun", 6}, {"june", 6}, {"junho", 6}, {"juni", 6}, {"junio", 6},
    {"jänner", 1}, {"kasım", 11}, {"kwietnia", 4}, {"lipca", 7},
    {"listopada", 11}, {"lug", 7}, {"luglio", 7}, {"lutego", 2}, {"maart", 3},
    {"mag", 5}, {"maggio", 5}, {"mai", 5}, {"maio", 5}, {"maj", 5},
    {"maja", 5}, {"mar", 3}, {"marca", 3}, {"march", 3}, {"marco", 3},
    {"maret", 3}, {"mars", 3}, {"mart", 3}, {"marts", 3}, {"marzo", 3},
    {"março", 3}, {"may", 5}, {"mayo", 5}, {"mayıs", 5}, {"mei", 5},
    {"mrt", 3}, {"mrz", 3}, {"mär", 3}, {"märz", 3}, {"nisan", 4},
    {"nov", 11}, {"november", 11}, {"novembre", 11}, {"novembro", 11},
    {"noviembre", 11}, {"ocak", 1}, {"oct", 10}, {"october", 10},
    {"octobre", 10}, {"octubre", 10}, {"okt", 10}, {"oktober", 10},
    {"ott", 10}, {"ottobre", 10}, {"out", 10}, {"outubro", 10},
    {"października", 10}, {"sep", 9}, {"sept", 9}, {"september", 9},
    {"septembre", 9}, {"septiembre", 9}, {"set", 9}, {"setembro", 9},
    {"setiembre", 9}, {"settembre", 9}, {"sierpnia", 8}, {"stycznia", 1},
    {"temmuz", 7}, {"września", 9}, {"şubat", 2}, {"авг", 8}, {"августа", 8},
    {"апр", 4}, {"апреля", 4}, {"березня", 3}, {"вересня", 9}, {"грудня", 12},
    {"дек", 12}, {"декабря", 12}, {"жовтня", 10}, {"июл", 7}, {"июля", 7},
    {"июн", 6}, {"июня", 6}, {"квітня", 4}, {"липня", 7}, {"листопада", 11},
    {"лютого", 2}, {"май", 5}, {"мар", 3}, {"марта", 3}, {"мая", 5},
    {"ноя", 11}, {"ноября", 11}, {"окт", 10}, {"октября", 10}, {"сен", 9},
    {"сентября", 9}, {"серпня", 8}, {"січня", 1}, {"травня", 5}, {"фев", 2},
    {"февраля", 2}, {"червня", 6}, {"янв", 1}, {"января", 1}, {"أبريل", 4},
    {"أغسطس", 8}, {"أكتوبر", 10}, {"إبريل", 4}, {"ابريل", 4}, {"اغسطس", 8},
    {"اكتوبر", 10}, {"ديسمبر", 12}, {"سبتمبر", 9}, {"فبراير", 2}, {"مارس", 3},
    {"مايو", 5}, {"نوفمبر", 11}, {"يناير", 1}, {"يوليه", 7}, {"يوليو", 7},
    {"يونيه", 6}, {"يونيو", 6}, {"अक्टूबर", 10}, {"अगस्त", 8}, {"अप्रैल", 4},
    {"जनवरी", 1}, {"जुलाई", 7}, {"जून", 6}, {"दिसंबर", 12}, {"नवंबर", 11},
    {"फरवरी", 2}, {"फ़रवरी", 2}, {"मई", 5}, {"मार्च", 3}, {"सितंबर", 9},
}};
// clang-format on
static_assert(std::ranges::is_sorted(kMonths, {}, &Month::name));

}  // namespace

int32_t MonthNamed(std::string_view folded_word) {
  const auto* it =
      std::ranges::lower_bound(kMonths, folded_word, {}, &Month::name);
  return it != kMonths.end() && it->name == folded_word ? it->number : 0;
}

}  // namespace newsmill::extract
