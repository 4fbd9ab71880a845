// What a phone gets: whole sentences, valid vCards, codes that stay small enough to be read.
#include <gtest/gtest.h>

#include "ui/qr_code.h"
#include "ui/qr_text.h"

namespace kiosk::ui {
namespace {

content::Sentence words(std::string text) {
  content::Sentence sentence;
  sentence.runs.push_back({std::move(text), content::RunKind::kText, false, {}});
  return sentence;
}

content::Page page_of(int sentences, const std::string& sentence) {
  content::Page page;
  page.title = words("Rubrik");
  content::Block block;
  block.id = "text";
  for (int i = 0; i < sentences; ++i) block.sentences.push_back(words(sentence));
  page.blocks.push_back(std::move(block));
  return page;
}

TEST(QrText, APageIsItsTitleAndItsSentencesALineEach) {
  content::Page page = page_of(1, "Ring 1177.");
  content::Block steps;
  steps.kind = content::BlockKind::kSteps;
  steps.items = {{{words("Ring."), words("Vänta.")}}, {{words("Tala.")}}};
  page.blocks.push_back(std::move(steps));
  EXPECT_EQ(page_text(page, 990), "Rubrik\nRing 1177.\n1. Ring.\nVänta.\n2. Tala.");
}

TEST(QrText, ALongPageEndsAfterAWholeSentence) {
  const std::string text = page_text(page_of(40, "اتصل برقم 1177 إذا كنت بحاجة إلى المشورة."), 300);
  EXPECT_LE(text.size(), 300u);
  EXPECT_GT(text.size(), 200u);
  EXPECT_TRUE(text.ends_with("المشورة."));
}

TEST(QrText, AContactIsAVcard) {
  content::Block block;
  block.id = "contact";
  block.kind = content::BlockKind::kContact;
  block.sentences = {words("Hälsa; vård, stöd")};
  block.contact = {{"phone", words("Telefon"), words("0281-750 00")},
                   {"address", {}, words("Storgatan 1, 780 50 Vansbro")},
                   {"note", {}, words("Du kan få tolk.")}};
  EXPECT_EQ(vcard_of(block),
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Hälsa\\; vård\\, stöd;;;;\r\nFN:Hälsa\\; vård\\, stöd\r\n"
            "TEL:0281-750 00\r\nADR:;;Storgatan 1\\, 780 50 Vansbro;;;;\r\nNOTE:Du kan få tolk.\r\nEND:VCARD\r\n");
}

TEST(QrText, AnUnknownBlockGivesNothing) { EXPECT_EQ(qr_text_of(page_of(1, "Hej."), "nowhere"), ""); }

TEST(QrCode, WhatAPageGivesAlwaysFits) {
  for (const char* sentence : {"Ring.", "打电话 1177。", "اتصل بنا."}) {
    const auto code = encode_qr(qr_text_of(page_of(500, sentence), kWholePage));
    ASSERT_TRUE(code) << sentence;
    EXPECT_LE(code->side, 17 + 4 * kLargestQrVersion);
    EXPECT_TRUE(code->at(0, 0));
  }
}

TEST(QrCode, EmptyAndTooLongTextsHaveNone) {
  EXPECT_FALSE(encode_qr(""));
  EXPECT_FALSE(encode_qr(std::string(1'000, 'a')));
  EXPECT_TRUE(encode_qr(std::string(990, 'a')));
}

}  // namespace
}  // namespace kiosk::ui
