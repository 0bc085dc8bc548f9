#include "mark_book.h"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "newsmill/output/mark.h"

namespace newsmill::pipeline {
namespace {

using model::Mark;
using model::MarkPartEntry;
using model::ObjectionEntry;
using model::ResetEntry;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Parts = std::vector<MarkPartEntry>;

constexpr int64_t kSpacing = 10;
constexpr model::Hash128 kDigest{1, 2};
constexpr model::Hash128 kOtherDigest{1, 3};

/// A mark with one text, at its base.
Mark MarkAt(int64_t place, int64_t base) {
  Mark mark;
  mark.place = place;
  mark.base = base;
  mark.texts.resize(static_cast<size_t>((place - base + 7) / 8));
  if (!mark.texts.empty()) mark.texts[0] = 1;
  mark.digest = kDigest;
  return mark;
}

int64_t SizeOf(const Mark& mark) {
  return static_cast<int64_t>(output::PartsOf(mark, 0).at(0).bytes.size());
}

/// The parts of `mark`, cut into `count` parts.
Parts Cut(const Mark& mark, uint64_t nonce, int64_t count) {
  const int64_t part_bytes = (SizeOf(mark) + count - 1) / count;
  return output::PartsOf(mark, nonce, static_cast<size_t>(part_bytes));
}

/// A book, and the log that it reads.
class MarkBookTest : public ::testing::Test {
 protected:
  void UseOptions(MarkBookOptions options) { book_ = MarkBook(options); }

  void Read(int64_t offset, decltype(model::LogEntry::content) content,
            int64_t bytes = 0) {
    book_.Read({.offset = offset,
                .time_ms = offset * 1000,
                .hash = 0,
                .bytes = bytes,
                .entry = {.anchor = {}, .content = std::move(content)}});
    next_ = offset + 1;
  }
  /// Reads an entry that is not about marks.
  void ReadOther(int64_t offset, int64_t bytes = 0) {
    Read(offset, model::CommitEntry(), bytes);
  }
  void ReadAll(const Parts& parts) {
    for (const MarkPartEntry& part : parts) Read(next_, part);
  }
  /// Reads a mark of one part, which follows its place at once.
  void ReadMark(int64_t place, int64_t base, uint64_t nonce = 1) {
    next_ = std::max(next_, place);
    ReadAll(output::PartsOf(MarkAt(place, base), nonce));
  }

  std::vector<int64_t> ValidPlaces() const {
    std::vector<int64_t> places;
    for (const KnownMark& mark : book_.Valid()) places.push_back(mark.place);
    return places;
  }
  /// The place of the mark that a worker would load, or -1.
  int64_t NewestPlace(int64_t first_offset) const {
    const auto newest = book_.Newest(first_offset);
    return newest ? newest->known.place : -1;
  }

  MarkBook book_{{.place_spacing = kSpacing, .keep_parts = true}};
  int64_t next_ = 0;
};

// ------------------------------------------------------------ complete marks

TEST_F(MarkBookTest, KnowsAMarkWhenItHasReadTheLastPart) {
  const Mark mark = MarkAt(20, 15);
  const Parts parts = Cut(mark, 7, 3);
  Read(21, parts[2]);
  Read(23, parts[0]);
  EXPECT_THAT(book_.Valid(), IsEmpty());

  Read(26, parts[1]);

  EXPECT_THAT(book_.Valid(), ElementsAre(KnownMark{.place = 20,
                                                   .base = 15,
                                                   .nonce = 7,
                                                   .digest = kDigest,
                                                   .hash = parts[0].hash,
                                                   .bytes = SizeOf(mark),
                                                   .last_offset = 26,
                                                   .time_ms = 26'000,
                                                   .objected = false}));
  EXPECT_EQ(book_.ignored(), 0);
}

TEST_F(MarkBookTest, DoesNotMixThePartsOfTwoWriters) {
  const Parts one = Cut(MarkAt(20, 15), 7, 2);
  const Parts other = Cut(MarkAt(20, 15), 8, 2);
  Read(20, one[0]);
  Read(21, other[1]);
  EXPECT_THAT(book_.Valid(), IsEmpty());

  Read(22, other[0]);

  ASSERT_EQ(book_.Valid().size(), 1U);
  EXPECT_EQ(book_.Valid()[0].nonce, 8U);
}

TEST_F(MarkBookTest, AcceptsRepeatedParts) {
  const Parts parts = Cut(MarkAt(20, 15), 7, 2);
  next_ = 20;
  ReadAll({parts[0], parts[0], parts[1], parts[1], parts[0]});

  EXPECT_THAT(ValidPlaces(), ElementsAre(20));
  EXPECT_EQ(book_.Valid()[0].last_offset, 22);
  EXPECT_EQ(book_.ignored(), 0);
}

TEST_F(MarkBookTest, OrdersMarksByPlaceAndThenByTheFirstCompleteOne) {
  ReadMark(20, 15, 1);
  ReadMark(40, 15, 4);
  ReadMark(30, 15, 2);  // late
  ReadMark(40, 15, 3);  // second

  std::vector<uint64_t> nonces;
  for (const KnownMark& mark : book_.Valid()) nonces.push_back(mark.nonce);
  EXPECT_THAT(nonces, ElementsAre(4, 3, 2, 1));
}

TEST_F(MarkBookTest, IgnoresEntriesThatItHasReadBefore) {
  const Parts parts = Cut(MarkAt(20, 15), 7, 2);
  Read(20, parts[0]);
  Read(19, parts[1]);  // the worker has gone back
  Read(20, parts[1]);
  EXPECT_THAT(book_.Valid(), IsEmpty());

  Read(21, parts[1]);
  EXPECT_THAT(ValidPlaces(), ElementsAre(20));
}

// ------------------------------------------------------------ ignored parts

TEST_F(MarkBookTest, IgnoresForeignAndDamagedParts) {
  const std::function<void(MarkPartEntry&)> changes[] = {
      [](MarkPartEntry& part) { part.place = 0; },
      [](MarkPartEntry& part) { part.place = -20; },
      [](MarkPartEntry& part) { part.place = 21; },
      [](MarkPartEntry& part) { part.place = 40; },
      [](MarkPartEntry& part) { part.count = 0; },
      [](MarkPartEntry& part) { part.count = output::kMaxMarkParts + 1; },
      [](MarkPartEntry& part) { part.number = part.count; },
      [](MarkPartEntry& part) { part.bytes.clear(); },
      [](MarkPartEntry& part) {
        part.bytes.resize(output::kMaxMarkPartBytes + 1);
      },
  };
  int64_t count = 0;
  for (const auto& change : changes) {
    MarkPartEntry part = Cut(MarkAt(20, 15), 7, 2)[0];
    change(part);
    Read(30 + count, part);

    EXPECT_EQ(book_.ignored(), ++count);
  }
  EXPECT_TRUE(book_.IsDue(30)) << "none of them begins a mark";
}

TEST_F(MarkBookTest, TakesAPartAtThePlaceItself) {
  MarkPartEntry part = output::PartsOf(MarkAt(20, 15), 7).at(0);
  Read(20, part);

  EXPECT_THAT(ValidPlaces(), ElementsAre(20));
}

TEST_F(MarkBookTest, IgnoresPartsThatContradictAnEarlierPart) {
  const std::function<void(MarkPartEntry&)> changes[] = {
      [](MarkPartEntry& part) { part.count = 3; },
      [](MarkPartEntry& part) { part.digest = kOtherDigest; },
      [](MarkPartEntry& part) { ++part.hash.low; },
      [](MarkPartEntry& part) {
        part.number = 0;
        part.bytes.back() ^= 1;
      },
  };
  const Parts parts = Cut(MarkAt(20, 15), 7, 2);
  Read(20, parts[0]);
  int64_t count = 0;
  for (const auto& change : changes) {
    MarkPartEntry part = parts[1];
    if (count == 3) part = parts[0];
    change(part);
    Read(next_, part);

    EXPECT_EQ(book_.ignored(), ++count);
  }

  Read(next_, parts[1]);
  EXPECT_THAT(ValidPlaces(), ElementsAre(20));

  MarkPartEntry late = parts[0];
  late.digest = kOtherDigest;
  Read(next_, late);
  EXPECT_EQ(book_.ignored(), 5);
}

TEST_F(MarkBookTest, IgnoresAllPartsOfAMarkWithAnotherHash) {
  Parts parts = Cut(MarkAt(20, 15), 7, 2);
  parts[0].bytes[0] ^= 1;
  next_ = 20;
  ReadAll(parts);

  EXPECT_THAT(book_.Valid(), IsEmpty());
  EXPECT_EQ(book_.ignored(), 2);
  EXPECT_TRUE(book_.IsDue(30)) << "nothing is left of it";
}

// --------------------------------------------------------------- objections

TEST_F(MarkBookTest, AMarkWithAnObjectionIsNotValid) {
  ReadMark(20, 15, 1);
  ReadMark(30, 15, 2);
  Read(next_, ObjectionEntry{30, 2, kOtherDigest});

  EXPECT_THAT(ValidPlaces(), ElementsAre(20));
  EXPECT_EQ(NewestPlace(0), 20);
}

TEST_F(MarkBookTest, AnObjectionBeforeTheLastPartCounts) {
  const Parts parts = Cut(MarkAt(20, 15), 7, 2);
  Read(20, parts[0]);
  Read(21, ObjectionEntry{20, 7, kOtherDigest});
  Read(22, parts[1]);

  EXPECT_THAT(book_.Valid(), IsEmpty());
  EXPECT_EQ(NewestPlace(0), -1);
}

TEST_F(MarkBookTest, ObjectionsToOtherMarksOrWithItsDigestChangeNothing) {
  const Parts parts = Cut(MarkAt(20, 15), 7, 2);
  Read(20, parts[0]);
  Read(21, ObjectionEntry{20, 7, kDigest});
  Read(22, parts[1]);
  Read(23, ObjectionEntry{20, 7, kDigest});
  Read(24, ObjectionEntry{20, 8, kOtherDigest});
  Read(25, ObjectionEntry{10, 7, kOtherDigest});

  EXPECT_THAT(ValidPlaces(), ElementsAre(20));
}

// --------------------------------------------------------------------- IsDue

class DueMarkTest : public MarkBookTest {};

TEST_F(DueMarkTest, IsDueAtTheFirstPlace) {
  ReadOther(9);

  EXPECT_TRUE(book_.IsDue(10));
}

TEST_F(DueMarkTest, IsDueOnlyAtPlaces) {
  ReadOther(30);

  EXPECT_FALSE(book_.IsDue(0));
  EXPECT_FALSE(book_.IsDue(-10));
  EXPECT_FALSE(book_.IsDue(21));
  EXPECT_TRUE(book_.IsDue(20));
}

TEST_F(DueMarkTest, IsDueWhenTheLogHasGrownBy20TimesItsSize) {
  const int64_t growth = 20 * SizeOf(MarkAt(20, 15));
  ReadOther(19, 1'000'000);  // before the place: does not count
  ReadMark(20, 15);
  ReadOther(29, growth - 1);
  EXPECT_FALSE(book_.IsDue(30));

  ReadOther(39, 1);
  EXPECT_TRUE(book_.IsDue(40));
  EXPECT_FALSE(book_.IsDue(30)) << "the log was shorter there";
}

TEST_F(DueMarkTest, EntriesAfterThePlaceDoNotCount) {
  ReadMark(20, 15);
  ReadOther(30, 1'000'000);  // the entry at the place

  EXPECT_FALSE(book_.IsDue(30));
  EXPECT_TRUE(book_.IsDue(40));
}

TEST_F(DueMarkTest, TheLogGrowsFromThePlaceNotFromTheParts) {
  const Parts parts = Cut(MarkAt(20, 15), 7, 2);
  const int64_t growth = 20 * SizeOf(MarkAt(20, 15));
  ReadOther(19);
  ReadOther(20, growth);
  Read(35, parts[0]);
  Read(36, parts[1]);

  EXPECT_TRUE(book_.IsDue(40));
}

TEST_F(DueMarkTest, OnlyWhatTheBookHasReadCounts) {
  const int64_t growth = 20 * SizeOf(MarkAt(20, 15));
  ReadOther(55, growth - 1);  // the first entry is after the place
  ReadMark(20, 15);
  EXPECT_FALSE(book_.IsDue(60));

  ReadOther(60, 1);
  EXPECT_TRUE(book_.IsDue(70));
}

TEST_F(DueMarkTest, IsNotDueForAPlaceThatHasOneOrIsEarlier) {
  ReadOther(19);
  ReadOther(29, 1'000'000);
  ReadMark(30, 15);

  EXPECT_FALSE(book_.IsDue(30));
  EXPECT_FALSE(book_.IsDue(20));

  for (int64_t place = 40; place < 1000; place += 10) ReadOther(place, 1'000);
  EXPECT_FALSE(book_.IsDue(20)) << "also if the book has forgotten its size";
  EXPECT_TRUE(book_.IsDue(990));
}

TEST_F(DueMarkTest, AfterAnObjectionTheMarkBeforeCounts) {
  ReadMark(20, 15, 1);
  ReadOther(29, 20 * SizeOf(MarkAt(20, 15)));
  ReadMark(30, 15, 2);
  ReadOther(39);
  EXPECT_FALSE(book_.IsDue(40));

  Read(next_, ObjectionEntry{30, 2, kOtherDigest});
  EXPECT_TRUE(book_.IsDue(40));
}

TEST_F(DueMarkTest, IsNotDueWhileOneIsBeingWritten) {
  Read(20, Cut(MarkAt(20, 15), 7, 2)[0]);
  ReadOther(29);
  EXPECT_FALSE(book_.IsDue(30)) << "its part is among the last ten";

  ReadOther(30);
  EXPECT_TRUE(book_.IsDue(30)) << "its writer has probably died";
}

TEST_F(DueMarkTest, AnIncompleteMarkWithAnObjectionIsNoneBeingWritten) {
  Read(20, Cut(MarkAt(20, 15), 7, 2)[0]);
  Read(21, ObjectionEntry{20, 7, kOtherDigest});

  EXPECT_TRUE(book_.IsDue(30));
}

TEST_F(DueMarkTest, AnIncompleteMarkForAnEarlierPlaceDelaysNone) {
  ReadMark(30, 15);
  ReadOther(35, 1'000'000);
  Read(39, Cut(MarkAt(20, 15), 7, 2)[0]);

  EXPECT_TRUE(book_.IsDue(40));
}

TEST_F(DueMarkTest, PlacesAre8192OffsetsApart) {
  UseOptions({});
  ReadOther(8191);

  EXPECT_TRUE(book_.IsDue(8192));
  EXPECT_FALSE(book_.IsDue(4096));
}

// -------------------------------------------------------------------- Newest

class NewestMarkTest : public MarkBookTest {};

TEST_F(NewestMarkTest, IsTheNewestWithARetainedBase) {
  ReadMark(20, 15);
  ReadMark(30, 17);
  ReadMark(40, 16);

  const auto newest = book_.Newest(16);

  ASSERT_TRUE(newest);
  EXPECT_EQ(newest->known, book_.Valid()[0]);
  EXPECT_EQ(newest->mark, MarkAt(40, 16));
  EXPECT_EQ(newest->first_text, 16);
  EXPECT_EQ(NewestPlace(17), 30);
  EXPECT_EQ(NewestPlace(18), -1);
}

TEST_F(NewestMarkTest, IsJoinedFromItsParts) {
  Parts parts = Cut(MarkAt(20, 15), 7, 5);
  std::ranges::reverse(parts);
  next_ = 20;
  ReadAll(parts);

  EXPECT_EQ(book_.Newest(0)->mark, MarkAt(20, 15));
}

TEST_F(NewestMarkTest, IsTheOneBeforeAfterTheWorkerHasRejectedIt) {
  ReadMark(20, 15, 1);
  ReadMark(30, 15, 2);
  book_.Reject(30, 3);  // unknown
  EXPECT_EQ(NewestPlace(0), 30);

  book_.Reject(30, 2);
  EXPECT_EQ(NewestPlace(0), 20);
  EXPECT_THAT(ValidPlaces(), ElementsAre(20));

  book_.Reject(20, 1);
  EXPECT_FALSE(book_.Newest(0));
}

TEST_F(NewestMarkTest, NeedsItsParts) {
  UseOptions({.place_spacing = kSpacing});
  ReadMark(20, 15);

  EXPECT_THAT(ValidPlaces(), ElementsAre(20));
  EXPECT_FALSE(book_.Newest(0));
}

TEST_F(NewestMarkTest, MayLackTextsThatALaterResetHasGivenUp) {
  ReadMark(20, 11);
  Read(25, ResetEntry{17});

  const auto newest = book_.Newest(17);

  ASSERT_TRUE(newest);
  EXPECT_EQ(newest->known.place, 20);
  EXPECT_EQ(newest->first_text, 17);
  EXPECT_FALSE(book_.Newest(18)) << "the text at 17 was not given up";
  EXPECT_EQ(book_.Newest(11)->first_text, 17)
      << "all workers load the same texts";
}

TEST_F(NewestMarkTest, MayNotLackTextsThatAnEarlierResetHasGivenUp) {
  Read(5, ResetEntry{17});
  ReadMark(20, 11);

  EXPECT_FALSE(book_.Newest(17));
}

TEST_F(NewestMarkTest, MayLackTextsOnlyIfTheWriterOfTheResetHasLoadedIt) {
  ReadMark(20, 11, 1);
  ReadMark(30, 12, 2);
  Read(35, ResetEntry{17});
  EXPECT_EQ(NewestPlace(17), 30);

  Read(36, ObjectionEntry{30, 2, kOtherDigest});
  EXPECT_FALSE(book_.Newest(17)) << "the mark at 20 leads to another state";
  EXPECT_FALSE(book_.Newest(11)) << "not even with all texts";
}

TEST_F(NewestMarkTest, OfAResetIsTheOneWithoutAnObjectionAtThatTime) {
  ReadMark(20, 11, 1);
  ReadMark(30, 12, 2);
  Read(33, ObjectionEntry{30, 2, kOtherDigest});
  Read(35, ResetEntry{17});

  EXPECT_EQ(NewestPlace(17), 20);
}

TEST_F(NewestMarkTest, OfAResetStaysTheSameAfterThisWorkerHasRejectedIt) {
  ReadMark(20, 11, 1);
  ReadMark(30, 12, 2);
  book_.Reject(30, 2);
  Read(35, ResetEntry{17});

  EXPECT_FALSE(book_.Newest(17));
}

TEST_F(NewestMarkTest, TheLatestResetCounts) {
  ReadMark(20, 11);
  Read(25, ResetEntry{13});
  Read(26, ResetEntry{17});

  EXPECT_EQ(book_.Newest(17)->first_text, 17);
}

TEST_F(NewestMarkTest, OfAResetHasAnObjectionIfAllMarksHadOne) {
  ReadMark(20, 11, 1);
  ReadMark(30, 12, 2);
  Read(33, ObjectionEntry{20, 1, kOtherDigest});
  Read(34, ObjectionEntry{30, 2, kOtherDigest});
  EXPECT_FALSE(book_.Newest(0));

  const auto without_texts = book_.WithoutTexts(25);
  ASSERT_TRUE(without_texts);
  EXPECT_EQ(without_texts->known.place, 30);
  EXPECT_EQ(without_texts->first_text, 30);
  EXPECT_FALSE(book_.WithoutTexts(31)) << "entries after the place are lost";

  Read(35, ResetEntry{30});
  EXPECT_TRUE(book_.ResetNames(30, 2));
  EXPECT_EQ(NewestPlace(25), 30);
  EXPECT_EQ(book_.Newest(25)->first_text, 30);
}

TEST_F(NewestMarkTest, WithoutTextsIsAboveItsBase) {
  ReadMark(20, 20);

  EXPECT_EQ(book_.WithoutTexts(0)->first_text, 21);
  Read(25, ResetEntry{21});
  EXPECT_EQ(book_.Newest(20)->first_text, 21);
}

TEST_F(NewestMarkTest, MayLackLostTextsIfTheCallerAppendsAReset) {
  ReadMark(20, 11, 1);
  ReadMark(30, 12, 2);
  Read(33, ObjectionEntry{30, 2, kOtherDigest});

  const auto mark = book_.WithoutLostTexts(17);

  ASSERT_TRUE(mark);
  EXPECT_EQ(mark->known.place, 20);
  EXPECT_EQ(mark->first_text, 17);
  EXPECT_FALSE(book_.WithoutLostTexts(21));
}

TEST_F(NewestMarkTest, AfterTheResetIsPreferred) {
  ReadMark(20, 11);
  Read(25, ResetEntry{17});
  ReadMark(30, 17);

  EXPECT_EQ(NewestPlace(17), 30);
  book_.Reject(30, 1);
  EXPECT_EQ(NewestPlace(17), 20);
}

// ---------------------------------------------------------------- TrimBefore

class TrimTest : public MarkBookTest {};

TEST_F(TrimTest, NeedsThreeValidMarks) {
  ReadMark(20, 15);
  ReadMark(30, 16);
  EXPECT_EQ(book_.TrimBefore(100), 0);

  ReadMark(40, 17, 3);
  EXPECT_EQ(book_.TrimBefore(100), 15);

  Read(next_, ObjectionEntry{40, 3, kOtherDigest});
  EXPECT_EQ(book_.TrimBefore(100), 0);
}

TEST_F(TrimTest, KeepsTheThirdNewestMarkAndTheOwnTexts) {
  ReadMark(20, 15);
  ReadMark(30, 16);
  ReadMark(40, 17);
  ReadMark(50, 18);

  EXPECT_EQ(book_.TrimBefore(100), 16);
  EXPECT_EQ(book_.TrimBefore(14), 14);
  EXPECT_EQ(book_.TrimBefore(-1), 0);
}

TEST_F(TrimTest, CountsOfTheMarksBeforeAResetOnlyTheNamedOne) {
  ReadMark(20, 15);
  ReadMark(30, 16);
  ReadMark(40, 17);
  Read(next_, ResetEntry{18});
  EXPECT_EQ(book_.TrimBefore(100), 0);

  ReadMark(50, 18);
  EXPECT_EQ(book_.TrimBefore(100), 0);
  ReadMark(60, 19);
  EXPECT_EQ(book_.TrimBefore(100), 17);
}

TEST_F(TrimTest, CountsTwoMarksForOnePlaceOnce) {
  ReadMark(20, 15, 1);
  ReadMark(30, 16, 2);
  ReadMark(30, 16, 3);
  EXPECT_EQ(book_.TrimBefore(100), 0);

  ReadMark(40, 17, 4);
  EXPECT_EQ(book_.TrimBefore(100), 15);
}

TEST_F(TrimTest, KeepsTheLowestBaseOfTheThree) {
  ReadMark(20, 15);
  ReadMark(30, 12);
  ReadMark(40, 17);

  EXPECT_EQ(book_.TrimBefore(100), 12);
}

// -------------------------------------------------------------------- limits

class MarkLimitTest : public MarkBookTest {};

TEST_F(MarkLimitTest, KeepsTheEightNewestMarks) {
  for (int64_t place = 10; place <= 90; place += 10) ReadMark(place, 5);
  EXPECT_THAT(ValidPlaces(), ElementsAre(90, 80, 70, 60, 50, 40, 30, 20));

  ReadMark(10, 5);
  EXPECT_THAT(ValidPlaces(), ElementsAre(90, 80, 70, 60, 50, 40, 30, 20));
}

TEST_F(MarkLimitTest, DropsMarksWithObjectionsFirst) {
  ReadMark(10, 5);
  for (int64_t place = 20; place <= 200; place += 10) {
    ReadMark(place, 5);
    Read(next_, ObjectionEntry{place, 1, kOtherDigest});
  }

  EXPECT_THAT(ValidPlaces(), ElementsAre(10));
}

TEST_F(MarkLimitTest, KeepsTheEightIncompleteMarksThatHadAPartLast) {
  std::vector<Parts> marks;
  marks.reserve(9);
  next_ = 20;
  for (uint64_t nonce = 0; nonce < 9; ++nonce) {
    marks.push_back(Cut(MarkAt(20, 15), nonce, 3));
  }
  for (size_t i = 0; i < 8; ++i) Read(next_, marks[i][0]);
  Read(next_, marks[0][1]);
  Read(next_, marks[8][0]);  // drops number 1
  Read(next_, marks[0][2]);
  Read(next_, marks[1][1]);
  Read(next_, marks[1][2]);
  Read(next_, marks[8][1]);
  Read(next_, marks[8][2]);

  ASSERT_EQ(book_.Valid().size(), 2U);
  EXPECT_EQ(book_.Valid()[0].nonce, 0U);
  EXPECT_EQ(book_.Valid()[1].nonce, 8U);
}

TEST_F(MarkLimitTest, DropsAnIncompleteMark65536OffsetsAfterItsLastPart) {
  const Parts parts = Cut(MarkAt(20, 15), 7, 3);
  Read(20, parts[0]);
  Read(20 + 65'536, parts[1]);
  Read(20 + 2 * 65'536 + 1, parts[2]);
  EXPECT_THAT(book_.Valid(), IsEmpty());

  Read(next_, parts[0]);
  Read(next_ + 65'535, parts[1]);
  EXPECT_THAT(ValidPlaces(), ElementsAre(20)) << "parts 2, 0 and 1";
}

TEST_F(MarkLimitTest, FreesThePartsOfTheOldestCompleteMarks) {
  const int64_t size = SizeOf(MarkAt(20, 15));
  UseOptions(
      {.place_spacing = kSpacing, .keep_parts = true, .max_bytes = 2 * size});
  ReadMark(20, 15, 1);
  ReadMark(30, 25, 2);
  EXPECT_EQ(NewestPlace(0), 30);

  ReadMark(40, 35, 3);

  EXPECT_THAT(ValidPlaces(), ElementsAre(40, 30, 20));
  EXPECT_EQ(NewestPlace(0), 40);
  book_.Reject(40, 3);
  EXPECT_EQ(NewestPlace(0), 30);
  book_.Reject(30, 2);
  EXPECT_EQ(NewestPlace(0), -1);
}

TEST_F(MarkLimitTest, DropsIncompleteMarksBeforeTheNewestCompleteOne) {
  const int64_t size = SizeOf(MarkAt(20, 15));
  UseOptions({.place_spacing = kSpacing,
              .keep_parts = true,
              .max_bytes = 2 * size - 1});
  ReadMark(20, 15, 1);
  const Parts parts = Cut(MarkAt(30, 25), 2, 2);
  next_ = 30;
  ReadAll(Cut(MarkAt(30, 25), 3, 2));
  EXPECT_EQ(NewestPlace(0), 30) << "complete, it takes the place of the other";

  const Parts longer = Cut(MarkAt(40, 35), 4, 2);
  Read(40, longer[0]);
  Read(41, parts[0]);  // now there are too many: drops the first part
  Read(42, longer[1]);
  EXPECT_EQ(NewestPlace(0), 30);
  Read(43, longer[0]);
  EXPECT_EQ(NewestPlace(0), 40);
}

TEST_F(MarkLimitTest, AMarkAboveTheLimitIsNeverComplete) {
  const int64_t size = SizeOf(MarkAt(20, 15));
  UseOptions({.place_spacing = kSpacing, .max_bytes = size - 1});
  next_ = 20;
  ReadAll(Cut(MarkAt(20, 15), 1, 4));

  EXPECT_THAT(book_.Valid(), IsEmpty());
}

}  // namespace
}  // namespace newsmill::pipeline
